// Date in UTC: construction, parsing of many formats, getters and setters, overflow, formatting, invalid dates, coercion.
const d = new Date(Date.UTC(2024, 1, 29, 12, 34, 56, 789));
console.log(
  d,
  d.toISOString(),
  d.toJSON(),
  d.getTime(),
  d.valueOf(),
  +d,
  typeof (d - 1),
  typeof (d + 1),
  d.toUTCString(),
  d.toString(),
  d.toDateString(),
  d.toTimeString(),
  d.toLocaleDateString('en-US'),
  d.toLocaleTimeString('en-US'),
  d.toLocaleString('en-US'),
  `${d}`,
  d.getTimezoneOffset(),
);
console.log(
  d.getUTCFullYear(),
  d.getUTCMonth(),
  d.getUTCDate(),
  d.getUTCDay(),
  d.getUTCHours(),
  d.getUTCMinutes(),
  d.getUTCSeconds(),
  d.getUTCMilliseconds(),
  d.getFullYear(),
  d.getMonth(),
  d.getDate(),
  d.getDay(),
  d.getHours(),
  d.getYear(),
);
console.log(
  new Date(2024, 0),
  new Date(99, 0),
  new Date(2024, 12, 32, 25, 61, 61, 1001),
  new Date(2024, 0, 0),
  new Date(0),
  new Date(-1),
  new Date(8.64e15),
  new Date(8.64e15 + 1),
  new Date(NaN),
  new Date(undefined),
  new Date(null),
  new Date(true),
  new Date('5'),
  new Date(d) - d,
  new Date(2024, NaN),
  new Date(1e3, 0),
  new Date(-1, 0).getFullYear(),
);
for (const s of [
  '2024-02-29',
  '2024-02',
  '2024',
  '2024-02-29T12:30',
  '2024-02-29T12:30:15',
  '2024-02-29T12:30:15.123',
  '2024-02-29T12:30:15.123456Z',
  '2024-02-29T12:30Z',
  '2024-02-29T12:30+05:30',
  '2024-02-29T24:00',
  '2024-02-30',
  '2024-13-01',
  '+012024-01-01',
  '-000001-01-01T00:00:00Z',
  '-000000-01-01',
  'Thu, 29 Feb 2024 12:30:15 GMT',
  'Feb 29, 2024',
  '29 February 2024',
  'February 29 2024 12:30 PM',
  '2/29/2024',
  '2/29/24',
  '2024/2/29',
  'Thu Feb 29 2024 12:30:15 GMT+0100 (CET)',
  'Feb 29 2024 12:30 EST',
  '12:30',
  'garbage',
  '',
  '2024-2-9',
  '2024-02-29 12:30',
  '2024-02-29T12',
  '1 Jan 70',
  'Jan 1 49',
  'Jan 1 50',
  '2024-02-29T12:30:60Z',
  'Sat, 01-Jan-2000 08:00:00 UT',
  '20240229',
  '1',
  '32',
  '99',
  '100',
  '2024-060',
  'March 7',
  'mar 7 2020 1:2:3.4',
  '2020-01-01T00:00:00,5Z',
  'Tue Mar 01 2022 00:00:00 GMT-0800',
  '(comment) 1 Jan 2000',
  '2000-01-01T00:00:00z',
  ' 2000-01-01 ',
  '2000-01-01x',
]) {
  const t = Date.parse(s);
  console.log(JSON.stringify(s), Number.isNaN(t) ? 'NaN' : new Date(t).toISOString());
}
const m = new Date(0);
console.log(
  m.setUTCFullYear(2020, 1, 30),
  m.setUTCMonth(14),
  m.setUTCDate(0),
  m.setUTCHours(25, 61),
  m.setUTCMinutes(-1),
  m.setUTCSeconds(3600),
  m.setUTCMilliseconds(1e6),
  m.setTime(5e11),
  m.setFullYear(2021),
  m.setMonth(0, 31),
  m.setDate(15),
  m.setHours(1, 2, 3, 4),
  m.setYear(99),
  m.toISOString(),
  m.setUTCHours(NaN),
  m.getTime(),
  m.setUTCMonth(1),
  m.setUTCFullYear(2000),
  m.toISOString(),
  m.setTime(),
  String(m),
);
console.log(
  Date.UTC(2024),
  Date.UTC(99, 1),
  Date.UTC(),
  Date.UTC(2024, 0, 1, 0, 0, 0, 0.9),
  Date.length,
  Date.UTC.length,
  typeof Date(),
  typeof Date.now(),
  Date.name,
  Object.prototype.toString.call(d),
  d > new Date(0),
  d == d.getTime(),
  d == String(d),
  [new Date(5), new Date(1)].sort((a, b) => a - b).map(Number),
  JSON.stringify({ d, bad: new Date(NaN) }),
  d[Symbol.toPrimitive]('number'),
  d[Symbol.toPrimitive]('string') === String(d),
  isNaN(new Date('x')),
);
for (const f of [
  () => new Date(NaN).toISOString(),
  () => Date.prototype.getTime.call({}),
  () => d[Symbol.toPrimitive]('bad'),
  () => new Date(1n),
  () => new Date(Symbol()),
  () => Date.prototype.toJSON.call({ toISOString: () => 'custom' }),
  () => new Date(NaN).toString(),
  () => new Date(NaN).toUTCString(),
  () => new Date(NaN).getFullYear(),
  () => new Date(NaN).toLocaleString(),
  () => Object.keys(d),
  () => d.constructor(0).length > 10,
  () => new Date(2019, 0, 31).getMonth(),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
class MyDate extends Date {
  iso() {
    return this.toISOString().slice(0, 10);
  }
}
console.log(new MyDate(0).iso(), new MyDate(0) instanceof Date, new MyDate(0));
for (const y of [-271821, -1, 0, 1, 99, 100, 1582, 1900, 1970, 2000, 9999, 10000, 275760]) {
  const x = new Date(0);
  x.setUTCFullYear(y, 3, 20);
  console.log(y, isNaN(x) ? 'invalid' : x.toISOString() + ' ' + x.getUTCDay() + ' ' + x.toUTCString());
}
for (let day = -3; day < 3; day++)
  console.log(new Date(day * 864e5 + 1).toISOString(), new Date(day * 864e5).getUTCDay());
{
  const p = new Date(2024, 5, 15, 10, 20, 30);
  const q = new Date(p);
  q.setDate(q.getDate() + 30);
  console.log(
    Math.round((q - p) / 864e5),
    p.toISOString().split('T')[0],
    q.getMonth(),
    new Date(p.getFullYear(), p.getMonth() + 1, 0).getDate(),
    Math.floor((p - new Date(p.getFullYear(), 0, 0)) / 864e5),
  );
}
