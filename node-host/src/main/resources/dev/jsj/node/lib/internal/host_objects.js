'use strict';

// Objects of the runtime that structuredClone and postMessage copy or hand over. A class has a method under `clone` or
// `transfer` (see internalBinding('messaging')) that answers `{ data, deserializeInfo }`; deserializeInfo is
// 'module:function', and that function makes the object again of the data.

/** Makes an object of what its class answered. */
function deserialize(info, data) {
  const at = info.lastIndexOf(':');
  return require(info.slice(0, at))[info.slice(at + 1)](data);
}

module.exports = { deserialize };
