/** What can be said without words: the name in the API, the sign, and how it is read out. */
export const EMOJI = [
  ['thumbs_up', '👍', 'Thumbs up'],
  ['thumbs_down', '👎', 'Thumbs down'],
  ['heart', '❤️', 'Heart'],
  ['party', '🎉', 'Party'],
  ['eyes', '👀', 'Eyes'],
  ['rocket', '🚀', 'Rocket'],
] as const;
