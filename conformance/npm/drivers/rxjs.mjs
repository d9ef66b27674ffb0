// Observables: creation, operators, subjects, schedulers, virtual time, errors.
import { BehaviorSubject, EMPTY, Observable, ReplaySubject, Subject, combineLatest, concat, defer, firstValueFrom, forkJoin, from, interval, merge, of, range, throwError, timer, zip } from 'rxjs';
import { bufferCount, catchError, concatMap, debounceTime, delay, distinctUntilChanged, exhaustMap, expand, filter, finalize, groupBy, map, mergeMap, pairwise, reduce, retry, scan, share, startWith, switchMap, take, takeUntil, tap, toArray, withLatestFrom } from 'rxjs/operators';
import { TestScheduler } from 'rxjs/testing';

const log = (name) => ({ next: (x) => console.log(name, x), error: (e) => console.log(name, 'error', String(e)), complete: () => console.log(name, 'complete') });
range(1, 10).pipe(filter((x) => x % 2 === 1), map((x) => x * x), scan((a, b) => a + b, 0)).subscribe(log('scan'));
from(['a', 'b', 'a', 'c']).pipe(groupBy((x) => x), mergeMap((group) => group.pipe(reduce((n) => n + 1, 0), map((n) => [group.key, n])))).subscribe(log('group'));
of(1, 1, 2, 3, 3).pipe(distinctUntilChanged(), pairwise(), toArray()).subscribe(log('pairs'));
zip(of(1, 2, 3), of('x', 'y')).subscribe(log('zip'));
concat(of(1), throwError(() => new Error('boom'))).pipe(catchError((e) => of('caught ' + e.message)), finalize(() => console.log('finally'))).subscribe(log('catch'));
let attempts = 0;
defer(() => (++attempts < 3 ? throwError(() => attempts) : of('ok after ' + attempts))).pipe(retry(5)).subscribe(log('retry'));
const behavior = new BehaviorSubject(0);
const other = new Subject();
other.pipe(withLatestFrom(behavior)).subscribe(log('latest'));
behavior.next(1);
other.next('a');
behavior.next(2);
other.next('b');
const replay = new ReplaySubject(2);
[1, 2, 3].forEach((x) => replay.next(x));
replay.complete();
replay.subscribe(log('replay'));
of(1).pipe(expand((x) => (x < 100 ? of(x * 3) : EMPTY)), bufferCount(2)).subscribe(log('expand'));
new Observable((subscriber) => {
  subscriber.next(1);
  subscriber.complete();
  subscriber.next(2);
  return () => console.log('torn down');
}).pipe(startWith(0), tap((x) => console.log('tap', x))).subscribe();
combineLatest({ a: of(1, 2), b: of('p', 'q') }).subscribe(log('combine'));

const scheduler = new TestScheduler((actual, expected) => console.log('marble', JSON.stringify(actual) === JSON.stringify(expected)));
scheduler.run(({ cold, hot, expectObservable }) => {
  expectObservable(hot('-a-b--c---|').pipe(switchMap((x) => cold('x-y|', { x: x + 1, y: x + 2 })))).toBe('-x-x-yx-y-|'.replace('x-x-yx-y', 'm-n-op-q'), { m: 'a1', n: 'b1', o: 'b2', p: 'c1', q: 'c2' });
  expectObservable(cold('ab--c|').pipe(debounceTime(2))).toBe('---b-(c|)');
  expectObservable(cold('a|').pipe(delay(3))).toBe('---(a|)');
});

await firstValueFrom(forkJoin([timer(5).pipe(map(() => 'late')), Promise.resolve('soon')])).then((x) => console.log(x));
// One timer after the other: side by side they would race on a slow machine.
const interrupted = merge(interval(4).pipe(take(3)), timer(60000).pipe(takeUntil(timer(30)))).pipe(share());
const exhausted = from([1, 2, 3]).pipe(exhaustMap((x) => timer(1).pipe(map(() => x))));
from([1, 2, 3]).pipe(concatMap(async (x) => x * 2)).subscribe(log('concatMap'));
concat(interrupted, exhausted).subscribe(log('timed'));
