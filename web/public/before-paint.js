// Runs before the first paint: the chosen theme and language, so that nothing flashes. A file of its own because the
// content security policy allows no inline script.
(function () {
  var root = document.documentElement;
  var theme = localStorage.getItem("gelora.theme");
  var gate = /^\/gate(\/|$)/.test(location.pathname);
  if (gate) document.querySelector("link[rel=manifest]").href = "/gate.webmanifest";
  var dark = theme ? theme === "dark" : gate || matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "dark" : "light";
  var language = localStorage.getItem("gelora.language");
  root.lang = language === "en" || language === "id" ? language : "id";
})();
