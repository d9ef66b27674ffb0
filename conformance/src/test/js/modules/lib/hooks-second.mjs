// Called before the hooks that were registered earlier.
export async function resolve(specifier, context, nextResolve) {
  switch (specifier) {
    case 'app:second': return nextResolve('virtual:module');
    case 'app:no-url': return { shortCircuit: true };
    case 'app:bad-format': return { url: 'file:///x', format: 1, shortCircuit: true };
    case 'app:unfinished': return { url: 'file:///x' };
    case 'app:bad-next': return nextResolve(1);
    case 'app:default': return { url: specifier, shortCircuit: true };
    default: return nextResolve(specifier);
  }
}

export async function load(url, context, nextLoad) {
  const result = await nextLoad(url, context);
  if (!url.endsWith('uppercase')) return result;
  return { ...result, source: result.source.toUpperCase().replace('EXPORT DEFAULT', 'export default') };
}
