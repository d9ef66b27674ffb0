// A pool of workers over async jobs with retries, timeouts, priorities and cancellation; order is deterministic.
const log = [];
class Pool {
  #queue = [];
  #running = 0;
  constructor(limit) {
    this.limit = limit;
  }
  run(name, job, { priority = 0, retries = 0 } = {}) {
    return new Promise((resolve, reject) => {
      this.#queue.push({ name, job, priority, retries, resolve, reject });
      this.#queue.sort((a, b) => b.priority - a.priority);
      queueMicrotask(() => this.#next());
    });
  }
  async #next() {
    if (this.#running >= this.limit || this.#queue.length === 0) return;
    const task = this.#queue.shift();
    this.#running++;
    log.push(`start ${task.name} (${this.#running})`);
    try {
      task.resolve(await task.job());
      log.push(`done ${task.name}`);
    } catch (error) {
      if (task.retries-- > 0) {
        log.push(`retry ${task.name}`);
        this.#queue.push(task);
      } else {
        log.push(`failed ${task.name}: ${error.message}`);
        task.reject(error);
      }
    } finally {
      this.#running--;
      this.#next();
    }
  }
}
const ticks = async (n) => {
  while (n-- > 0) await null;
};
const withTimeout = (promise, ms) =>
  Promise.race([promise, new Promise((_, no) => setTimeout(() => no(new Error('timeout')), ms).unref())]);
(async () => {
  const pool = new Pool(2);
  let flaky = 0;
  const results = await Promise.allSettled([
    pool.run('low', async () => {
      await ticks(3);
      return 1;
    }),
    pool.run(
      'flaky',
      async () => {
        await ticks(1);
        if (++flaky < 3) throw new Error('flaky ' + flaky);
        return 'third time';
      },
      { retries: 5 },
    ),
    pool.run(
      'high',
      async () => {
        await ticks(2);
        return [1, 2];
      },
      { priority: 10 },
    ),
    pool.run(
      'broken',
      () => {
        throw new TypeError('sync');
      },
      { retries: 1 },
    ),
    withTimeout(
      pool.run('slow', () => new Promise((ok) => setTimeout(ok, 1000, 'too late'))),
      10,
    ),
  ]);
  console.log(results.map((r) => r.value ?? r.reason.message));
  console.log(log.join('\n'));
  const batches = async function* (items, size) {
    for (let i = 0; i < items.length; i += size)
      yield await Promise.all(items.slice(i, i + size).map(async (x) => x ** 2));
  };
  for await (const batch of batches([1, 2, 3, 4, 5], 2)) console.log(batch);
  const controller = new AbortController();
  const cancellable = new Promise((_, no) =>
    controller.signal.addEventListener('abort', () => no(controller.signal.reason)),
  );
  setTimeout(() => controller.abort(new Error('cancelled by user')), 150);
  console.log(await cancellable.catch((e) => e.message), log.length);
})();
