await new Promise((r) => setTimeout(r, 5));
export const ready = 'after await';
