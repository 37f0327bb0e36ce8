// Beginnings of words of which `in`, `im` and `dis` in front make the contrary: of `migration` they do not.

export const STEMS: readonly string[] = `
  appropriate adequate admissible complete compatible correct dependent direct eligible sufficient effective efficient accurate
  applicable consistent formal valid visible secure voluntary possible proper partial balance proportionate agree approve allow
  continue apply honour ability action justice tolerance respect trust satisf connect qualif
`
  .trim()
  .split(/\s+/);
