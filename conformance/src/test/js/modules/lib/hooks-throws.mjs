export function initialize() { throw new TypeError('not today'); }
