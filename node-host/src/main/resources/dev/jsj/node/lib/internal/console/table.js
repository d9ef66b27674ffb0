'use strict';

// console.table: rows and columns in box-drawing characters.

const { stringWidth } = require('internal/inspect/primitives');

function drawRow(cells, widths) {
  let text = '│';
  for (let i = 0; i < cells.length; i++) text += ` ${cells[i]}${' '.repeat(widths[i] - stringWidth(cells[i]))} │`;
  return text;
}

/** The table with these column heads; `columns[i]` holds the cells below `head[i]`. */
function drawTable(head, columns) {
  const height = Math.max(...columns.map((column) => column.length));
  const widths = head.map((text) => stringWidth(text));
  const rows = [];
  for (let row = 0; row < height; row++) {
    rows.push(columns.map((column, i) => {
      const cell = Object.hasOwn(column, row) ? column[row] : '';
      widths[i] = Math.max(widths[i], stringWidth(cell));
      return cell;
    }));
  }
  const line = (left, middle, right) => left + widths.map((width) => '─'.repeat(width + 2)).join(middle) + right;
  return [
    line('┌', '┬', '┐'),
    drawRow(head, widths),
    line('├', '┼', '┤'),
    ...rows.map((row) => drawRow(row, widths)),
    line('└', '┴', '┘'),
  ].join('\n');
}

module.exports = { drawTable };
