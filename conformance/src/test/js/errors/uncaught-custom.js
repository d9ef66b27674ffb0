// An uncaught error of a class of its own, with properties and a cause.
class ConfigError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = 'ConfigError';
    this.code = 'E_CONFIG';
    this.details = { file: 'app.json', line: 3 };
  }
}
function load() {
  try {
    JSON.parse('{bad');
  } catch (cause) {
    throw new ConfigError('cannot load', { cause });
  }
}
load();
