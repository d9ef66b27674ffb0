// A plain object is thrown.
throw { code: 7, nested: { a: [1, 2] } };
