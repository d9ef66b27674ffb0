'use strict';

// The source maps of the program's own files, found when a position in one is asked for.

const { sourceText, sourceMapsEnabled } = internalBinding('modules');
const { SourceMap } = require('internal/source_map/source_map');
const { URL, fileURLToPath, pathToFileURL } = require('internal/url/url');

const REFERENCE = /\/[*/]#\s+sourceMappingURL=(\S+)/g;
const DATA = /^data:application\/json(?:;[^,]*?)??(;base64)?,(.*)$/s;
const LINE_BREAK = /\n|\u2028|\u2029/;

/** By name of the script; undefined for one without a map. */
const maps = new Map();

function read(path) {
  return require('fs').readFileSync(path, 'utf8');
}

/** The map that a text refers to, its sources as absolute URLs; undefined where it has none that can be read. */
function mapOf(name, text) {
  const reference = [...text.matchAll(REFERENCE)].pop()?.[1];
  if (reference === undefined) return undefined;
  try {
    let base = name.startsWith('/') ? pathToFileURL(name) : new URL(name);
    let json;
    const data = DATA.exec(reference);
    if (data) {
      json = data[1] ? Buffer.from(data[2], 'base64').toString() : decodeURIComponent(data[2]);
    } else {
      base = new URL(reference, base);
      json = read(fileURLToPath(base));
    }
    const payload = JSON.parse(json);
    absoluteSources(payload, base);
    return new SourceMap(payload, { lineLengths: text.split(LINE_BREAK).map((line) => line.length) });
  } catch {
    return undefined; // a map is no part of the program
  }
}

function absoluteSources(payload, base) {
  for (const { map } of payload.sections ?? []) absoluteSources(map, base);
  if (!payload.sources) return;
  const root = payload.sourceRoot ?? '';
  payload.sources = payload.sources.map((source) => new URL(root + source, base).href);
  if (payload.sourceRoot !== undefined) payload.sourceRoot = '';
}

/** The map of a script, named by path or URL; undefined where there is none, or maps are not in use. */
function findSourceMap(name) {
  if (maps.has(name)) return maps.get(name);
  if (!sourceMapsEnabled()) return undefined;
  let script = name;
  let text = sourceText(name);
  if (text === undefined) {
    script = name.startsWith('file:') ? fileURLToPath(name) : name.startsWith('/') ? pathToFileURL(name).href : name;
    text = sourceText(script);
  }
  if (text === undefined) return undefined;
  const map = mapOf(script, text);
  maps.set(name, map);
  return map;
}

function entryAt(script, line, column) {
  const entry = findSourceMap(script)?.findEntry(line - 1, column - 1);
  return entry?.originalSource === undefined ? undefined : entry;
}

function withoutScheme(source) {
  return source.startsWith('file://') ? fileURLToPath(source) : source;
}

/** `file:line:column` of what a position, counted from 1, was made of; undefined where that is not known. */
function originalLocation(script, line, column) {
  const entry = entryAt(script, line, column);
  return entry && `${withoutScheme(entry.originalSource)}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
}

/** The original line with a caret below the place, as it is shown above an uncaught error. */
function originalLine(script, line, column) {
  const entry = entryAt(script, line, column);
  if (entry === undefined) return undefined;
  const { originalSource, originalLine: index, originalColumn } = entry;
  const { sources, sourcesContent } = findSourceMap(script).payload;
  let content = sourcesContent?.[sources.indexOf(originalSource)];
  if (content === undefined) {
    try {
      content = read(withoutScheme(originalSource));
    } catch {
      return undefined; // no need for the original to be at hand
    }
  }
  const text = content.split(/\r?\n/, index + 1)[index];
  if (text === undefined) return undefined;
  const indent = text.slice(0, originalColumn).replace(/[^\t]/g, ' ');
  return `${withoutScheme(originalSource)}:${index + 1}\n${text}\n${indent}^\n\n\n`;
}

module.exports = { findSourceMap, originalLocation, originalLine };
