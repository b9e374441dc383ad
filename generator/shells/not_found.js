/* Put into the head of 404.html, whole, where the site's own address is not known: a server shows that page
   at any depth, so its relative addresses are right only from the root. The root is the nearest folder above
   that has our build.json. Nothing here depends on the page or the data. */
(function () {
  var path = location.pathname;
  while (path) {
    path = path.slice(0, path.lastIndexOf("/"));
    var request = new XMLHttpRequest();
    try {
      request.open("HEAD", path + "/build.json", false);
      request.send();
    } catch (error) {
      return;
    }
    if (request.status === 200) {
      var base = document.createElement("base");
      base.href = path + "/";
      document.head.appendChild(base);
      return;
    }
  }
})();
