'use strict';

// 'keypress' events of a stream of characters.

const { StringDecoder } = require('string_decoder');
const { clearTimeout, setTimeout } = require('timers');
const { KeyDecoder } = require('internal/readline/keys');

const ESCAPE = '\u001b';
const ESCAPE_CODE_TIMEOUT = 500;
const kDecoder = Symbol('keypress-decoder');

/** Whether the text is one character, which may be a pair of surrogates. */
function isOneCharacter(text) {
  return text.length === (text.codePointAt(0) > 0xffff ? 2 : 1);
}

/**
 * Makes the stream emit 'keypress' events as long as somebody listens. Completion is switched off in the interface, if one is
 * given, except at the last character of a chunk: text that was pasted contains tabs.
 */
function emitKeypressEvents(stream, readlineInterface = {}) {
  if (stream[kDecoder]) return;
  stream[kDecoder] = new StringDecoder('utf8');
  const keys = new KeyDecoder();
  const { escapeCodeTimeout = ESCAPE_CODE_TIMEOUT } = readlineInterface;
  let timer;

  const emit = (key) => {
    const { sequence } = key;
    const escaped = sequence[0] === ESCAPE;
    if (key.name !== undefined || escaped) stream.emit('keypress', escaped ? undefined : sequence, key);
    else if (isOneCharacter(sequence)) stream.emit('keypress', sequence, key);
  };
  const finish = () => {
    const key = keys.finish();
    if (key !== undefined) emit(key);
  };
  const onData = (input) => {
    if (stream.listenerCount('keypress') === 0) {
      stream.removeListener('data', onData);
      stream.on('newListener', onNewListener);
      return;
    }
    const text = stream[kDecoder].write(input);
    if (text === '') return;
    clearTimeout(timer);
    readlineInterface._sawKeyPress = isOneCharacter(text);
    readlineInterface.isCompletionEnabled = false;
    let length = 0;
    for (const character of text) {
      length += character.length;
      if (length === text.length) readlineInterface.isCompletionEnabled = true;
      const key = keys.add(character);
      if (key !== undefined) emit(key);
      else if (length === text.length && character === ESCAPE) timer = setTimeout(finish, escapeCodeTimeout);
    }
  };
  const onNewListener = (event) => {
    if (event !== 'keypress') return;
    stream.on('data', onData);
    stream.removeListener('newListener', onNewListener);
  };
  if (stream.listenerCount('keypress') > 0) stream.on('data', onData);
  else stream.on('newListener', onNewListener);
}

module.exports = { emitKeypressEvents };
