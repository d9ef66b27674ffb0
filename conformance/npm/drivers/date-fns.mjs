// Formatting, parsing, arithmetic, intervals and locales; everything in the process's zone is avoided.
import { addBusinessDays, addMonths, areIntervalsOverlapping, compareAsc, differenceInCalendarDays, differenceInMonths, eachDayOfInterval, eachWeekOfInterval, endOfMonth, format, formatDistance, formatDuration, formatISO, getISOWeek, getQuarter, intervalToDuration, isLeapYear, isValid, isWeekend, lastDayOfMonth, nextFriday, parse, parseISO, roundToNearestMinutes, setDay, startOfWeek, sub } from 'date-fns';
import { de, fr, ja } from 'date-fns/locale';

const date = new Date(2024, 1, 29, 13, 45, 6, 789);
console.log(format(date, "yyyy-MM-dd'T'HH:mm:ss.SSS"), format(date, 'EEEE, do MMMM yyyy h:mm a'), format(date, "QQQ 'week' I R-'W'II"));
console.log(format(date, 'PPPP', { locale: de }), '|', format(date, 'PPPPp', { locale: fr }), '|', format(date, 'PPPP', { locale: ja }));
console.log(formatISO(addMonths(date, 12), { representation: 'date' }), formatISO(addBusinessDays(date, 10), { representation: 'date' }));
console.log(formatDistance(date, new Date(2024, 0, 1)), formatDistance(date, sub(date, { minutes: 3 }), { addSuffix: true, locale: de }));
console.log(formatDuration(intervalToDuration({ start: new Date(2020, 0, 15), end: date })), differenceInMonths(date, new Date(2020, 5, 30)));
const parsed = parse('03/15/2023 11:07 PM', 'MM/dd/yyyy hh:mm a', new Date(0));
console.log(format(parsed, 'yyyyMMdd HHmm'), isValid(parse('32/01/2020', 'dd/MM/yyyy', date)), format(parseISO('2021-W05-3'), 'yyyy-MM-dd'));
console.log(eachDayOfInterval({ start: new Date(2024, 1, 27), end: new Date(2024, 2, 2) }).map((d) => format(d, 'd EEEEEE')), eachWeekOfInterval({ start: new Date(2024, 0, 1), end: new Date(2024, 1, 1) }).length);
console.log(getISOWeek(date), getQuarter(date), isLeapYear(date), isWeekend(date), format(nextFriday(date), 'MM-dd'), format(startOfWeek(date, { weekStartsOn: 1 }), 'MM-dd'));
console.log(format(endOfMonth(date), 'dd HH:mm:ss.SSS'), format(lastDayOfMonth(addMonths(date, -12)), 'dd'), format(setDay(date, 6), 'dd'), format(roundToNearestMinutes(date, { nearestTo: 15 }), 'HH:mm'));
console.log(differenceInCalendarDays(date, new Date(2023, 1, 28)), [date, new Date(2020, 0), new Date(2022, 0)].sort(compareAsc).map((d) => d.getFullYear()));
console.log(areIntervalsOverlapping({ start: new Date(2020, 0, 1), end: new Date(2020, 0, 3) }, { start: new Date(2020, 0, 2), end: new Date(2020, 0, 5) }));
try {
  format(new Date(NaN), 'yyyy');
} catch (error) {
  console.log(error.name, error.message);
}
try {
  format(date, 'YYYY');
} catch (error) {
  console.log(error.name, error.message.slice(0, 60));
}
