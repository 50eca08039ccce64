// Runs before the first paint, so that a chosen theme does not flash; classic script, no imports.
try {
  const stored = localStorage.getItem('whetstone.theme');
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset['theme'] = stored;
} catch {
  // Storage refused: the system's theme it is.
}
export {};
