'use strict';

// process.report: what does not depend on the machine.

const fs = require('fs');
const os = require('os');
const path = require('path');

const report = process.report.getReport(Object.assign(new RangeError('given'), { extra: 1 }));
console.log(report.header.event, report.header.trigger, report.header.filename, report.header.reportVersion);
console.log(report.header.processId === process.pid, report.header.cwd === process.cwd(), report.header.wordSize,
            report.header.arch === process.arch, Array.isArray(report.header.cpus), typeof report.header.dumpEventTimeStamp);
console.log(report.javascriptStack.message, report.javascriptStack.errorProperties.extra == 1, report.javascriptStack.stack.length > 0);
console.log(report.environmentVariables.TZ, typeof report.userLimits.open_files.soft, Array.isArray(report.sharedObjects));
console.log(typeof report.resourceUsage.userCpuSeconds, report.workers);

const { directory, filename, compact, signal, excludeNetwork, reportOnSignal, reportOnUncaughtException } = process.report;
console.log({ directory, filename, compact, signal, excludeNetwork, reportOnSignal, reportOnUncaughtException });
for (const [name, value] of [['directory', 1], ['filename', {}], ['compact', 1], ['signal', 'SIGNONE'], ['signal', 1], ['reportOnSignal', 1]]) {
  try {
    process.report[name] = value;
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
for (const bad of [1, null]) {
  try {
    process.report.getReport(bad);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
process.report.directory = fs.mkdtempSync(path.join(os.tmpdir(), 'report-'));
process.report.compact = true;
const written = process.report.writeReport('out.json');
const text = fs.readFileSync(path.join(process.report.directory, written), 'utf8');
console.log(written, text.trim().includes('\n'), JSON.parse(text).header.trigger, JSON.parse(text).header.filename);
fs.rmSync(process.report.directory, { recursive: true });
