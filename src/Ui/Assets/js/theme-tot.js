// Applies the theme that the person chose before the first paint. See theme.mjs for the choice itself.
try {
  const theme = localStorage.getItem("faireavec.theme");
  if (theme === "clair" || theme === "sombre") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage refused: the system's preference applies.
}
