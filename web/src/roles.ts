/** What people may do, by the names of roles that the server knows. */
export const ROLES_OF_PEOPLE: Record<string, string> = {
  viewer: 'sees tables, scores and copies (viewer)',
  operator: 'uploads, reviews, makes copies and erases (operator)',
  'privacy-officer': 'reveals, and reads the log (privacy-officer)',
  admin: 'issues keys, and reads the log; cannot reveal (admin)',
};
