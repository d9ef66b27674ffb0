export default 'esm entry';
