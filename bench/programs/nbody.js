// The outer planets under gravity, as objects with number fields.
'use strict';
const bench = require('../harness.js');
const steps = bench.size(150000);

const SOLAR_MASS = 4 * Math.PI * Math.PI;
const YEAR = 365.24;

class Body {
  constructor(x, y, z, vx, vy, vz, mass) {
    this.x = x;
    this.y = y;
    this.z = z;
    this.vx = vx * YEAR;
    this.vy = vy * YEAR;
    this.vz = vz * YEAR;
    this.mass = mass * SOLAR_MASS;
  }
}

const bodies = [
  new Body(0, 0, 0, 0, 0, 0, 1),
  new Body(4.84143144246472, -1.16032004402743, -0.10362204447112, 0.00166007664274, 0.00769901118420, -0.0000690460017, 0.000954791938424),
  new Body(8.34336671824458, 4.12479856412430, -0.40352341711432, -0.00276742510726, 0.00499852801235, 0.00002304172976, 0.000285885980667),
  new Body(12.8943695621391, -15.1111514016986, -0.22330757889266, 0.00296460137565, 0.00237847173959, -0.00002965895685, 0.0000436624404335),
  new Body(15.3796971148509, -25.9193146099880, 0.17925877295037, 0.00268067772490, 0.00162824170038, -0.00009515922545, 0.0000515138902047),
];

function balance() {
  let px = 0;
  let py = 0;
  let pz = 0;
  for (const body of bodies) {
    px += body.vx * body.mass;
    py += body.vy * body.mass;
    pz += body.vz * body.mass;
  }
  bodies[0].vx = -px / SOLAR_MASS;
  bodies[0].vy = -py / SOLAR_MASS;
  bodies[0].vz = -pz / SOLAR_MASS;
}

function advance(dt) {
  const count = bodies.length;
  for (let i = 0; i < count; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < count; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const distance2 = dx * dx + dy * dy + dz * dz;
      const magnitude = dt / (distance2 * Math.sqrt(distance2));
      a.vx -= dx * b.mass * magnitude;
      a.vy -= dy * b.mass * magnitude;
      a.vz -= dz * b.mass * magnitude;
      b.vx += dx * a.mass * magnitude;
      b.vy += dy * a.mass * magnitude;
      b.vz += dz * a.mass * magnitude;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}

function energy() {
  let e = 0;
  bodies.forEach((a, i) => {
    e += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      e -= (a.mass * b.mass) / Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
    }
  });
  return e;
}

function run() {
  balance();
  const before = energy();
  for (let i = 0; i < steps; i++) advance(0.01);
  return [before.toFixed(9), energy().toFixed(9)].join(' ');
}

bench.run('nbody', run, 12);
