// An operating system in miniature: tasks of several classes pass messages through queues under a round-robin scheduler.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(40);

class Message {
  constructor(kind, sender, value) {
    this.kind = kind;
    this.sender = sender;
    this.value = value;
    this.next = null;
  }
}

class Mailbox {
  constructor() {
    this.head = null;
    this.tail = null;
    this.size = 0;
  }
  put(message) {
    if (this.tail === null) this.head = message;
    else this.tail.next = message;
    this.tail = message;
    this.size++;
  }
  take() {
    const message = this.head;
    this.head = message.next;
    if (this.head === null) this.tail = null;
    message.next = null;
    this.size--;
    return message;
  }
  get isEmpty() {
    return this.head === null;
  }
}

class Task {
  constructor(scheduler, id, priority) {
    this.scheduler = scheduler;
    this.id = id;
    this.priority = priority;
    this.mailbox = new Mailbox();
    this.blocked = false;
    this.done = false;
    this.runs = 0;
  }
  step() {
    this.runs++;
    if (this.mailbox.isEmpty) this.idle();
    else this.receive(this.mailbox.take());
  }
  idle() {
    this.blocked = true;
  }
  receive(message) {
    throw new Error('abstract: ' + message.kind);
  }
  deliver(message) {
    this.mailbox.put(message);
    this.blocked = false;
  }
}

class Producer extends Task {
  constructor(scheduler, id, priority, target, count) {
    super(scheduler, id, priority);
    this.target = target;
    this.remaining = count;
    this.seed = id * 7919 + 1;
  }
  idle() {
    if (this.remaining-- === 0) {
      this.done = true;
      return;
    }
    this.seed = (this.seed * 1103515245 + 12345) & 0x7fffffff;
    this.scheduler.send(this.target, new Message('work', this.id, this.seed & 0xffff));
  }
  receive(message) {
    this.seed ^= message.value;
  }
}

class Worker extends Task {
  constructor(scheduler, id, priority, sink) {
    super(scheduler, id, priority);
    this.sink = sink;
    this.sum = 0;
  }
  receive(message) {
    let value = message.value;
    for (let i = 0; i < 8; i++) value = (value >> 1) ^ (value & 1 ? 0xb400 : 0);
    this.sum = (this.sum + value) | 0;
    message.value = value;
    message.kind = 'result';
    this.scheduler.send(this.sink, message);
  }
}

class Device extends Task {
  constructor(scheduler, id, priority) {
    super(scheduler, id, priority);
    this.pending = null;
    this.delay = 0;
    this.handled = 0;
  }
  idle() {
    if (this.pending === null) {
      this.blocked = true;
    } else if (--this.delay === 0) {
      this.handled++;
      this.scheduler.send(this.pending.sender, new Message('ack', this.id, this.handled & 0xff));
      this.pending = null;
    }
  }
  receive(message) {
    if (this.pending !== null) this.scheduler.send(this.pending.sender, new Message('ack', this.id, 1));
    this.pending = message;
    this.delay = 3;
  }
}

class Scheduler {
  constructor() {
    this.tasks = [];
    this.switches = 0;
  }
  add(task) {
    this.tasks.push(task);
    this.tasks.sort((a, b) => b.priority - a.priority || a.id - b.id);
    this.byId = new Array(this.tasks.length);
    for (const each of this.tasks) this.byId[each.id] = each;
  }
  send(id, message) {
    this.byId[id].deliver(message);
  }
  run() {
    for (;;) {
      let ran = false;
      for (let i = 0; i < this.tasks.length; i++) {
        const task = this.tasks[i];
        if (!task.blocked && !task.done) {
          task.step();
          this.switches++;
          ran = true;
        }
      }
      if (!ran) return;
    }
  }
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const scheduler = new Scheduler();
    scheduler.add(new Device(scheduler, 0, 10));
    scheduler.add(new Worker(scheduler, 1, 20, 0));
    scheduler.add(new Worker(scheduler, 2, 20, 0));
    scheduler.add(new Producer(scheduler, 3, 30, 1, 6000));
    scheduler.add(new Producer(scheduler, 4, 30, 2, 6000));
    scheduler.add(new Producer(scheduler, 5, 5, 1, 3000));
    scheduler.run();
    checksum = (checksum * 31 + scheduler.switches + scheduler.byId[1].sum + scheduler.byId[0].handled) | 0;
  }
  return checksum;
}

bench.run('scheduler', run, 8);
