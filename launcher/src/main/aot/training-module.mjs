// The ES module of the training run.
import { sep } from 'path';
export const separator = sep;
export default function double(x) {
  return x * 2;
}
