/** Calls `work` at once and then at most every `ms`; what is asked for meanwhile is done once at the end. */
export function throttled(work: () => void, ms: number): () => void {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  const rest = () => {
    resting = undefined;
    if (wanted) call();
  };
  const call = () => {
    wanted = resting !== undefined;
    if (wanted) return;
    resting = setTimeout(rest, ms);
    work();
  };
  return call;
}
