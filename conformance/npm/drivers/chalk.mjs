// Styles, nesting, levels, hex and ANSI colours, templates of styles.
import { Chalk, chalkStderr, modifierNames, foregroundColorNames } from 'chalk';

const show = (text) => console.log(JSON.stringify(text));
for (const level of [0, 1, 2, 3]) {
  const chalk = new Chalk({ level });
  show(chalk.red('red', chalk.underline.bold('bold'), 'end'));
  show(chalk.bgHex('#ff8800').hex('#012')('hex') + chalk.rgb(1, 2, 3)('rgb') + chalk.ansi256(99)('256'));
  show(chalk.bold.dim.italic.inverse.strikethrough('many\nlines'));
}
const chalk = new Chalk({ level: 1 });
const error = chalk.bold.red;
show(error('x') + error.bgYellow('y') + error('z'));
show(chalk.green(`a ${chalk.blue('b')} c ${chalk.visible('v')}`) + chalk.hidden('') + chalk('plain', 1, null));
console.log(typeof chalkStderr, modifierNames, foregroundColorNames.length, Object.getPrototypeOf(chalk) === Function.prototype);
try {
  new Chalk({ level: 9 });
} catch (failure) {
  console.log(failure.message);
}
