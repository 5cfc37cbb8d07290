/** What `load` gives for 0 up to `count`, in this order, while the next few are being loaded already. */
export async function* inOrder<T>(
  { from, count, ahead }: { readonly from: number; readonly count: number; readonly ahead: number },
  load: (index: number) => Promise<T>,
): AsyncGenerator<T> {
  const loading: Promise<T>[] = [];
  for (let next = from; next < count || loading.length > 0; ) {
    while (next < count && loading.length < ahead) {
      const one = load(next);
      // Told where it is waited for.
      one.catch(() => {});
      loading.push(one);
      next += 1;
    }
    const first = loading.shift();
    if (first) yield await first;
  }
}
