// The keyboard belongs to the program as soon as it is there, without a click.
new MutationObserver((changes, observer) => {
  const keys = document.querySelector("textarea");
  if (keys && document.body.classList.contains("-first-byte")) {
    keys.focus();
    observer.disconnect();
  }
}).observe(document.documentElement, { attributes: true, subtree: true, childList: true });
