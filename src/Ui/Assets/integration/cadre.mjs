// Tells the page that shows the frame how high its content is, when it changes. Nothing else is ever told, and nothing is listened to.
if (window.parent !== window) {
  let dite = 0;
  const dire = () => {
    const hauteur = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (hauteur !== dite) {
      dite = hauteur;
      // Any site may show the frame, so any may be told.
      window.parent.postMessage({ type: "faireavec-hauteur", hauteur }, "*");
    }
  };
  dire();
  addEventListener("load", dire);
  if ("ResizeObserver" in window) {
    new ResizeObserver(dire).observe(document.body);
  }
}
