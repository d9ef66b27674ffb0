'use strict';

// The texts of Node's coded errors: code -> [classes, template]. A template is a text with %s, or a function that may also
// put properties on the error (`this`).

const TYPE_NAMES = ['string', 'function', 'number', 'object', 'Function', 'Object', 'boolean', 'bigint', 'symbol'];
const CLASS_NAME = /^([A-Z][a-z0-9]*)+$/;

function inspect(value, options) {
  return require('internal/inspect/inspect').inspect(value, options);
}

function list(items, conjunction = 'and') {
  if (items.length <= 2) return items.join(` ${conjunction} `);
  return `${items.slice(0, -1).join(', ')}, ${conjunction} ${items[items.length - 1]}`;
}

/** The value as "Received ..." names it. */
function describeReceived(value) {
  if (value == null) return `${value}`;
  if (typeof value === 'function') return `function ${value.name}`;
  if (typeof value === 'object') {
    if (value.constructor?.name) return `an instance of ${value.constructor.name}`;
    return `${inspect(value, { depth: -1 })}`;
  }
  if (typeof value === 'string' && value.length > 28) value = `${value.slice(0, 25)}...`;
  return `type ${typeof value} (${inspect(value, { colors: false })})`;
}

function propertyOrArgument(name) {
  return name.includes('.') ? 'property' : 'argument';
}

function withThousands(digits) {
  const sign = digits[0] === '-' ? '-' : '';
  return sign + digits.slice(sign.length).replace(/\B(?=(\d{3})+$)/g, '_');
}

function invalidArgType(name, expected, actual) {
  const types = [];
  const instances = [];
  const other = [];
  for (const value of Array.isArray(expected) ? expected : [expected]) {
    if (TYPE_NAMES.includes(value)) types.push(value.toLowerCase());
    else if (CLASS_NAME.test(value)) instances.push(value);
    else other.push(value);
  }
  const object = types.indexOf('object');
  if (instances.length > 0 && object !== -1) {
    types.splice(object, 1);
    instances.push('Object');
  }
  const parts = [];
  if (types.length > 0) parts.push(`${types.length > 1 ? 'one of type' : 'of type'} ${list(types, 'or')}`);
  if (instances.length > 0) parts.push(`an instance of ${list(instances, 'or')}`);
  if (other.length > 1) parts.push(`one of ${list(other, 'or')}`);
  else if (other.length === 1) parts.push(other[0].toLowerCase() === other[0] ? other[0] : `an ${other[0]}`);
  const subject = name.endsWith(' argument') ? name : `"${name}" ${propertyOrArgument(name)}`;
  return `The ${subject} must be ${parts.join(' or ')}. Received ${describeReceived(actual)}`;
}

function invalidArgValue(name, value, reason = 'is invalid') {
  let text = inspect(value);
  if (text.length > 128) text = `${text.slice(0, 128)}...`;
  return `The ${propertyOrArgument(name)} '${name}' ${reason}. Received ${text}`;
}

function outOfRange(name, range, input, replaceDefault = false) {
  let received;
  if (Number.isInteger(input) && Math.abs(input) > 2 ** 32) received = withThousands(String(input));
  else if (typeof input === 'bigint') {
    const large = input > 2n ** 32n || input < -(2n ** 32n);
    received = `${large ? withThousands(String(input)) : input}n`;
  } else received = inspect(input);
  return `${replaceDefault ? name : `The value of "${name}" is out of range.`} It must be ${range}. Received ${received}`;
}

function missingArgs(...names) {
  const quoted = names.map((name) => (Array.isArray(name) ? name : [name]).map((one) => `"${one}"`).join(' or '));
  return `The ${list(quoted)} argument${names.length > 1 ? 's' : ''} must be specified`;
}

const importedFrom = (base) => (base ? ` imported from ${base}` : '');

function invalidPackageTarget(packagePath, key, target, isImport = false, base = undefined) {
  const relative = typeof target === 'string' && !isImport && target.length > 0 && !target.startsWith('./');
  const hint = relative ? '; targets must start with "./"' : '';
  const shown = JSON.stringify(target);
  const where = `in the package config ${packagePath}package.json${importedFrom(base)}${hint}`;
  if (key === '.') return `Invalid "exports" main target ${shown} defined ${where}`;
  return `Invalid "${isImport ? 'imports' : 'exports'}" target ${shown} defined for '${key}' ${where}`;
}

function packagePathNotExported(packagePath, subpath, base = undefined) {
  const where = `${packagePath}package.json${importedFrom(base)}`;
  if (subpath === '.') return `No "exports" main defined in ${where}`;
  return `Package subpath '${subpath}' is not defined by "exports" in ${where}`;
}

function unknownOption(option, allowPositionals) {
  const hint = allowPositionals ? '. To specify a positional argument starting with a \'-\', place it at the end of the ' +
    `command after '--', as in '-- ${JSON.stringify(option)}` : '';
  return `Unknown option '${option}'${hint}`;
}

function setting(property, message) {
  return function(value) {
    this[property] = value;
    return message;
  };
}

const messages = {
  __proto__: null,
  ERR_AMBIGUOUS_ARGUMENT: ['TypeError', 'The "%s" argument is ambiguous. %s'],
  ERR_ARG_NOT_ITERABLE: ['TypeError', '%s must be iterable'],
  ERR_ASSERTION: ['Error', '%s'],
  ERR_ASYNC_CALLBACK: ['TypeError', '%s must be a function'],
  ERR_ASYNC_TYPE: ['TypeError', 'Invalid name for async "type": %s'],
  ERR_BROTLI_INVALID_PARAM: ['RangeError', '%s is not a valid Brotli parameter'],
  ERR_BUFFER_OUT_OF_BOUNDS: ['RangeError', (name) =>
    (name ? `"${name}" is outside of buffer bounds` : 'Attempt to access memory outside buffer bounds')],
  ERR_BUFFER_TOO_LARGE: ['RangeError', 'Cannot create a Buffer larger than %s bytes'],
  ERR_CHILD_PROCESS_IPC_REQUIRED: ['Error', "Forked processes must have an IPC channel, missing value 'ipc' in %s"],
  ERR_CHILD_PROCESS_STDIO_MAXBUFFER: ['RangeError', '%s maxBuffer length exceeded'],
  ERR_CLOSED_MESSAGE_PORT: ['Error', 'Cannot send data on closed MessagePort'],
  ERR_CONSOLE_WRITABLE_STREAM: ['TypeError', 'Console expects a writable stream instance for %s'],
  ERR_CONSTRUCT_CALL_INVALID: ['TypeError', 'Constructor cannot be called'],
  ERR_CONSTRUCT_CALL_REQUIRED: ['TypeError', 'Cannot call constructor without `new`'],
  ERR_CRYPTO_ECDH_INVALID_FORMAT: ['TypeError', 'Invalid ECDH format: %s'],
  ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY: ['Error', 'Public key is not valid for specified curve'],
  ERR_CRYPTO_FIPS_UNAVAILABLE: ['Error', 'Cannot set FIPS mode in a non-FIPS build.'],
  ERR_CRYPTO_HASH_FINALIZED: ['Error', 'Digest already called'],
  ERR_CRYPTO_HASH_UPDATE_FAILED: ['Error', 'Hash update failed'],
  ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS: ['Error', 'The selected key encoding %s %s.'],
  ERR_CRYPTO_INVALID_AUTH_TAG: ['TypeError', '%s'],
  ERR_CRYPTO_INVALID_CURVE: ['TypeError', 'Invalid EC curve name'],
  ERR_CRYPTO_INVALID_IV: ['TypeError', 'Invalid initialization vector'],
  ERR_CRYPTO_INVALID_KEYLEN: ['RangeError', 'Invalid key length'],
  ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE: ['TypeError', 'Invalid key object type %s, expected %s.'],
  ERR_CRYPTO_INVALID_SCRYPT_PARAMS: ['RangeError', '%s'],
  ERR_CRYPTO_INVALID_STATE: ['Error', 'Invalid state for operation %s'],
  ERR_CRYPTO_SIGN_KEY_REQUIRED: ['Error', 'No key provided to sign'],
  ERR_CRYPTO_UNKNOWN_DH_GROUP: ['Error', 'Unknown DH group'],
  ERR_CRYPTO_INVALID_DIGEST: ['TypeError', 'Invalid digest: %s'],
  ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH: ['RangeError', 'Input buffers must have the same byte length'],
  ERR_CRYPTO_UNKNOWN_CIPHER: ['Error', 'Unknown cipher'],
  ERR_DIR_CLOSED: ['Error', 'Directory handle was closed'],
  ERR_ENCODING_INVALID_ENCODED_DATA: ['TypeError', function(encoding, errno) {
    this.errno = errno;
    return `The encoded data was not valid for encoding ${encoding}`;
  }],
  ERR_ENCODING_NOT_SUPPORTED: ['RangeError', 'The "%s" encoding is not supported'],
  ERR_EVENT_RECURSION: ['Error', 'The event "%s" is already being dispatched'],
  ERR_FALSY_VALUE_REJECTION: ['Error', setting('reason', 'Promise was rejected with falsy value')],
  ERR_FEATURE_UNAVAILABLE_ON_PLATFORM: ['TypeError',
    'The feature %s is unavailable on the current platform, which is being used to run Node.js'],
  ERR_FS_EISDIR: ['Error', 'Path is a directory: %s returned EISDIR (is a directory) %s'],
  ERR_FS_FILE_TOO_LARGE: ['RangeError', 'File size (%s) is greater than 2 GiB'],
  ERR_FS_INVALID_SYMLINK_TYPE: ['Error', 'Symlink type must be one of "dir", "file", or "junction". Received "%s"'],
  ERR_HTTP_BODY_NOT_ALLOWED: ['Error', 'Adding content for this request method or response status is not allowed.'],
  ERR_HTTP_CONTENT_LENGTH_MISMATCH: ['Error', "Response body's content-length of %s byte(s) does not match the " +
    'content-length of %s byte(s) set in header'],
  ERR_HTTP_HEADERS_SENT: ['Error', 'Cannot %s headers after they are sent to the client'],
  ERR_HTTP_INVALID_HEADER_VALUE: ['TypeError', 'Invalid value "%s" for header "%s"'],
  ERR_HTTP_INVALID_STATUS_CODE: ['RangeError', 'Invalid status code: %s'],
  ERR_HTTP_REQUEST_TIMEOUT: ['Error', 'Request timeout'],
  ERR_HTTP_SOCKET_ASSIGNED: ['Error', 'ServerResponse has an already assigned socket'],
  ERR_HTTP_SOCKET_ENCODING: ['Error', 'Changing the socket encoding is not allowed per RFC7230 Section 3.'],
  ERR_HTTP_TRAILER_INVALID: ['Error', 'Trailers are invalid with this transfer encoding'],
  ERR_ILLEGAL_CONSTRUCTOR: ['TypeError', 'Illegal constructor'],
  ERR_IMPORT_ASSERTION_TYPE_FAILED: ['TypeError', 'Module "%s" is not of type "%s"'],
  ERR_IMPORT_ASSERTION_TYPE_MISSING: ['TypeError', 'Module "%s" needs an import attribute of type "%s"'],
  ERR_IMPORT_ASSERTION_TYPE_UNSUPPORTED: ['TypeError', 'Import attribute type "%s" is unsupported'],
  ERR_IMPORT_ATTRIBUTE_UNSUPPORTED: ['TypeError', 'Import attribute "%s" with value "%s" is not supported'],
  ERR_INCOMPATIBLE_OPTION_PAIR: ['TypeError', 'Option "%s" cannot be used in combination with option "%s"'],
  ERR_INTERNAL_ASSERTION: ['Error', '%s'],
  ERR_INVALID_ADDRESS: ['Error', 'Invalid address'],
  ERR_INVALID_ADDRESS_FAMILY: ['RangeError', function(family, host, port) {
    this.host = host;
    this.port = port;
    return `Invalid address family: ${family} ${host}:${port}`;
  }],
  ERR_INVALID_ARG_TYPE: ['TypeError', invalidArgType],
  ERR_INVALID_ARG_VALUE: ['TypeError RangeError', invalidArgValue],
  ERR_INVALID_ASYNC_ID: ['RangeError', 'Invalid %s value: %s'],
  ERR_INVALID_BUFFER_SIZE: ['RangeError', 'Buffer size must be a multiple of %s'],
  ERR_INVALID_CHAR: ['TypeError', (name, field) =>
    `Invalid character in ${name}${field === undefined ? '' : ` ["${field}"]`}`],
  ERR_INVALID_CURSOR_POS: ['TypeError', 'Cannot set cursor row without setting its column'],
  ERR_INVALID_FD: ['RangeError', '"fd" must be a positive integer: %s'],
  ERR_INVALID_FD_TYPE: ['TypeError', 'Unsupported fd type: %s'],
  ERR_INVALID_FILE_URL_HOST: ['TypeError', 'File URL host must be "localhost" or empty on %s'],
  ERR_INVALID_FILE_URL_PATH: ['TypeError', 'File URL path %s'],
  ERR_INVALID_HTTP_TOKEN: ['TypeError', '%s must be a valid HTTP token ["%s"]'],
  ERR_INVALID_IP_ADDRESS: ['TypeError', 'Invalid IP address: %s'],
  ERR_INVALID_MIME_SYNTAX: ['TypeError', (production, text, position) =>
    `The MIME syntax for a ${production} in "${text}" is invalid${position === -1 ? '' : ` at ${position}`}`],
  ERR_INVALID_MODULE_SPECIFIER: ['TypeError', (request, reason, base) =>
    `Invalid module "${request}" ${reason}${importedFrom(base)}`],
  ERR_INVALID_OBJECT_DEFINE_PROPERTY: ['TypeError', '%s'],
  ERR_INVALID_PACKAGE_CONFIG: ['Error', (path, base, message) =>
    `Invalid package config ${path}${base ? ` while importing ${base}` : ''}${message ? `. ${message}` : ''}`],
  ERR_INVALID_PACKAGE_TARGET: ['Error', invalidPackageTarget],
  ERR_INVALID_PROTOCOL: ['TypeError', 'Protocol "%s" not supported. Expected "%s"'],
  ERR_INVALID_RETURN_PROPERTY_VALUE: ['TypeError', (input, name, property, value) =>
    `Expected ${input} to be returned for the "${property}" from the "${name}" hook but got ${describeReceived(value)}.`],
  ERR_INVALID_RETURN_VALUE: ['TypeError RangeError', (input, name, value) =>
    `Expected ${input} to be returned from the "${name}" function but got ${describeReceived(value)}.`],
  ERR_INVALID_STATE: ['Error TypeError RangeError', 'Invalid state: %s'],
  ERR_INVALID_THIS: ['TypeError', 'Value of "this" must be of type %s'],
  ERR_INVALID_TRANSFER_OBJECT: ['TypeError', 'Found invalid object in transferList'],
  ERR_INVALID_TUPLE: ['TypeError', '%s must be an iterable %s tuple'],
  ERR_INVALID_URI: ['URIError', 'URI malformed'],
  ERR_INVALID_URL: ['TypeError', function(input, base = null) {
    this.code = 'ERR_INVALID_URL'; // first, as Node has it
    this.input = input;
    if (base != null) this.base = base;
    return 'Invalid URL';
  }],
  ERR_INVALID_URL_SCHEME: ['TypeError', (expected) => {
    const schemes = typeof expected === 'string' ? [expected] : expected;
    return `The URL must be ${schemes.length === 2 ? 'one of' : 'of'} scheme ${schemes.join(' or ')}`;
  }],
  ERR_LOADER_CHAIN_INCOMPLETE: ['Error', '"%s" did not call the next hook in its chain and did not explicitly signal a short ' +
    'circuit. If this is intentional, include `shortCircuit: true` in the hook\'s return.'],
  ERR_METHOD_NOT_IMPLEMENTED: ['Error', 'The %s method is not implemented'],
  ERR_MISSING_ARGS: ['TypeError', missingArgs],
  ERR_MISSING_OPTION: ['TypeError', '%s is required'],
  ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST: ['TypeError',
    'Object that needs transfer was found in message but not listed in transferList'],
  ERR_INVALID_HANDLE_TYPE: ['TypeError', 'This handle type cannot be sent'],
  ERR_IPC_CHANNEL_CLOSED: ['Error', 'Channel closed'],
  ERR_INVALID_SYNC_FORK_INPUT: ['TypeError', 'Asynchronous forks do not support Buffer, TypedArray, DataView or string input: %s'],
  ERR_IPC_DISCONNECTED: ['Error', 'IPC channel is already disconnected'],
  ERR_IPC_ONE_PIPE: ['Error', 'Child process can have only one IPC pipe'],
  ERR_IPC_SYNC_FORK: ['Error', 'IPC cannot be used with synchronous forks'],
  ERR_MODULE_NOT_FOUND: ['Error', function(path, base, exactUrl) {
    if (exactUrl) this.url = `${exactUrl}`;
    return `Cannot find ${exactUrl ? 'module' : 'package'} '${path}' imported from ${base}`;
  }],
  ERR_MULTIPLE_CALLBACK: ['Error', 'Callback called multiple times'],
  ERR_OPERATION_FAILED: ['Error TypeError', 'Operation failed: %s'],
  ERR_OUT_OF_RANGE: ['RangeError', outOfRange],
  ERR_PACKAGE_IMPORT_NOT_DEFINED: ['TypeError', (specifier, packagePath, base) =>
    `Package import specifier "${specifier}" is not defined${
      packagePath ? ` in package ${packagePath}package.json` : ''} imported from ${base}`],
  ERR_PACKAGE_PATH_NOT_EXPORTED: ['Error', packagePathNotExported],
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: ['TypeError', '%s'],
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: ['TypeError',
    "Unexpected argument '%s'. This command does not take positional arguments"],
  ERR_PARSE_ARGS_UNKNOWN_OPTION: ['TypeError', unknownOption],
  ERR_PERFORMANCE_INVALID_TIMESTAMP: ['TypeError', '%d is not a valid timestamp'],
  ERR_REQUIRE_ESM: ['Error', 'require() of ES Module %s not supported.'],
  ERR_SCRIPT_EXECUTION_INTERRUPTED: ['Error', 'Script execution was interrupted by `SIGINT`'],
  ERR_SCRIPT_EXECUTION_TIMEOUT: ['Error', 'Script execution timed out after %sms'],
  ERR_SERVER_ALREADY_LISTEN: ['Error', 'Listen method has been called more than once without closing.'],
  ERR_SERVER_NOT_RUNNING: ['Error', 'Server is not running.'],
  ERR_SOCKET_ALREADY_BOUND: ['Error', 'Socket is already bound'],
  ERR_SOCKET_BAD_BUFFER_SIZE: ['TypeError', 'Buffer size must be a positive integer'],
  ERR_SOCKET_BAD_PORT: ['RangeError', (name, port, allowZero = true) =>
    `${name} should be ${allowZero ? '>=' : '>'} 0 and < 65536. Received ${describeReceived(port)}.`],
  ERR_SOCKET_BAD_TYPE: ['TypeError', "Bad socket type specified. Valid types are: udp4, udp6"],
  ERR_SOCKET_CLOSED: ['Error', 'Socket is closed'],
  ERR_SOCKET_CLOSED_BEFORE_CONNECTION: ['Error', 'Socket closed before the connection was established'],
  ERR_SOCKET_CONNECTION_TIMEOUT: ['Error', 'Socket connection timeout'],
  ERR_SOCKET_DGRAM_IS_CONNECTED: ['Error', 'Already connected'],
  ERR_SOCKET_DGRAM_NOT_CONNECTED: ['Error', 'Not connected'],
  ERR_SOCKET_DGRAM_NOT_RUNNING: ['Error', 'Not running'],
  ERR_STREAM_ALREADY_FINISHED: ['Error', 'Cannot call %s after a stream was finished'],
  ERR_STREAM_CANNOT_PIPE: ['Error', 'Cannot pipe, not readable'],
  ERR_STREAM_DESTROYED: ['Error', 'Cannot call %s after a stream was destroyed'],
  ERR_STREAM_NULL_VALUES: ['TypeError', 'May not write null values to stream'],
  ERR_STREAM_PREMATURE_CLOSE: ['Error', 'Premature close'],
  ERR_STREAM_PUSH_AFTER_EOF: ['Error', 'stream.push() after EOF'],
  ERR_STREAM_UNSHIFT_AFTER_END_EVENT: ['Error', 'stream.unshift() after end event'],
  ERR_STRING_TOO_LONG: ['Error', 'Cannot create a string longer than 0x%s characters'],
  ERR_STREAM_WRAP: ['Error', 'Stream has StringDecoder set or is in objectMode'],
  ERR_STREAM_WRITE_AFTER_END: ['Error', 'write after end'],
  ERR_TLS_CERT_ALTNAME_INVALID: ['Error', function(reason, host, cert) {
    this.reason = reason;
    this.host = host;
    this.cert = cert;
    return `Hostname/IP does not match certificate's altnames: ${reason}`;
  }],
  ERR_TLS_HANDSHAKE_TIMEOUT: ['Error', 'TLS handshake timeout'],
  ERR_TLS_INVALID_PROTOCOL_VERSION: ['TypeError', '%j is not a valid %s TLS protocol version'],
  ERR_UNAVAILABLE_DURING_EXIT: ['Error', 'Cannot call function in process exit handler'],
  ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET: ['Error', '`process.setupUncaughtExceptionCapture()` was called while a ' +
    'capture callback was already active'],
  ERR_UNESCAPED_CHARACTERS: ['TypeError', '%s contains unescaped characters'],
  ERR_UNHANDLED_ERROR: ['Error', (error) => `Unhandled error.${error === undefined ? '' : ` (${error})`}`],
  ERR_UNHANDLED_REJECTION: ['Error', 'This error originated either by throwing inside of an async function without a ' +
    'catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason ' +
    '"%s".'],
  ERR_UNKNOWN_BUILTIN_MODULE: ['Error', 'No such built-in module: %s'],
  ERR_UNKNOWN_CREDENTIAL: ['Error', '%s identifier does not exist: %s'],
  ERR_UNKNOWN_ENCODING: ['TypeError', 'Unknown encoding: %s'],
  ERR_REQUIRE_ASYNC_MODULE: ['Error', (filename, parent) =>
    'require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the top-level await comes from, ' +
    `use --experimental-print-required-tla.${parent ? `\n  From ${parent} ` : ''}\n  Requiring ${filename} `],
  ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING: [
    'Error', 'Stripping types is currently unsupported for files under node_modules, for "%s"',
  ],
  ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX: ['SyntaxError', '%s'],
  ERR_INVALID_TYPESCRIPT_SYNTAX: ['SyntaxError', '%s'],
  ERR_UNKNOWN_FILE_EXTENSION: ['TypeError', 'Unknown file extension "%s" for %s'],
  ERR_UNKNOWN_MODULE_FORMAT: ['RangeError', 'Unknown module format: %s for URL %s'],
  ERR_UNKNOWN_SIGNAL: ['TypeError', 'Unknown signal: %s'],
  ERR_UNSUPPORTED_DIR_IMPORT: ['Error', function(path, base, url) {
    this.url = url;
    return `Directory import '${path}' is not supported resolving ES modules imported from ${base}`;
  }],
  ERR_UNSUPPORTED_ESM_URL_SCHEME: ['Error', (protocol) => 'Only URLs with a scheme in: file, data, and node are ' +
    `supported by the default ESM loader. Received protocol '${protocol}'`],
  ERR_UNSUPPORTED_RESOLVE_REQUEST: ['TypeError',
    'Failed to resolve module specifier "%s" from "%s": Invalid relative URL or base scheme is not hierarchical.'],
  ERR_USE_AFTER_CLOSE: ['Error', '%s was closed'],
  ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING: ['TypeError', 'A dynamic import callback was not specified.'],
  ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG: ['TypeError',
    'A dynamic import callback was invoked without --experimental-vm-modules'],
  ERR_VM_MODULE_ALREADY_LINKED: ['Error', 'Module has already been linked'],
  ERR_VM_MODULE_CACHED_DATA_REJECTED: ['Error', 'cachedData buffer was rejected'],
  ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA: ['Error', 'Cached data cannot be created for a module which has been evaluated'],
  ERR_VM_MODULE_DIFFERENT_CONTEXT: ['Error', 'Linked modules must use the same context'],
  ERR_VM_MODULE_LINK_FAILURE: ['Error', function(message, cause) {
    this.cause = cause;
    return message;
  }],
  ERR_VM_MODULE_NOT_MODULE: ['Error', 'Provided module is not an instance of Module'],
  ERR_VM_MODULE_STATUS: ['Error', 'Module status %s'],
  ERR_WORKER_INIT_FAILED: ['Error', 'Worker initialization failure: %s'],
  ERR_WORKER_INVALID_EXEC_ARGV: ['Error', (errors, message = 'invalid execArgv flags') =>
    `Initiated Worker with ${message}: ${errors.join(', ')}`],
  ERR_WORKER_NOT_RUNNING: ['Error', 'Worker instance not running'],
  ERR_WORKER_OUT_OF_MEMORY: ['Error', 'Worker terminated due to reaching memory limit: %s'],
  ERR_WORKER_PATH: ['TypeError', (filename) => 'The worker script or module filename must be an absolute path or a ' +
    `relative path starting with './' or '../'.${/^(?:file:\/\/|data:text\/javascript)/.test(filename) ? ` Wrap ${/^(?:file:\/\/|data:)/.exec(filename)[0]} URLs with \`new URL\`.` : ''}` +
    ` Received "${filename}"`],
  ERR_WORKER_UNSERIALIZABLE_ERROR: ['Error', 'Serializing an uncaught exception failed'],
  ERR_WORKER_UNSUPPORTED_OPERATION: ['TypeError', '%s is not supported in workers'],
};

module.exports = { messages, describeReceived };
