// Runs before the first paint, so that a chosen theme or size of text does not flash; classic script, no imports.
try {
  const stored = localStorage.getItem('whetstone.theme');
  const size = localStorage.getItem('whetstone.fontSize');
  if (size !== null) document.documentElement.style.fontSize = `${size}px`;
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset['theme'] = stored;
} catch {
  // Storage refused: what the system says it is.
}
export {};
