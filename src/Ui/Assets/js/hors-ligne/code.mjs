const suites = "01234567890987654321";

/** Why a code can't be chosen, by the key of its sentence; null when it can. */
export function fauteDeCode(code, encore) {
  if (!/^\d*$/.test(code)) {
    return "CodeChiffres";
  }
  if (code.length < 6) {
    return "CodeCourt";
  }
  // The same sign, a few signs again and again, signs in a row.
  const periode = [1, 2, 3].some((n) => code.length % n === 0 && code.slice(0, n).repeat(code.length / n) === code);
  if (periode || suites.includes(code)) {
    return "CodeFacile";
  }
  return code === encore ? null : "CodeDifferent";
}
