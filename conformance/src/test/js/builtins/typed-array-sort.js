// The order of %TypedArray%.prototype.sort without a comparator, for every element type.
const input = [3, -1, 2.5, -0, 0, NaN, Infinity, -Infinity, 300, 70000, 1e-3, -129, 4294967295];
for (const type of [
  Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
]) {
  const array = new type(input);
  console.log(type.name, array.toSorted(), array.sort() === array, array);
}
console.log(new BigInt64Array([3n, -1n, 2n]).sort(), new BigUint64Array([3n, -1n, 2n]).sort());
console.log(Object.is(new Float64Array([0, -0]).sort()[0], -0), new Float64Array([1, 3, 2]).sort((a, b) => b - a));
console.log(new Float64Array(0).sort(), new Uint32Array([4294967295, 1, 2147483648]).sort());
