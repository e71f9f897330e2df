// Shows openapi.json in Swagger UI; a signed-in reader's writes carry the CSRF token.

const place = document.getElementById("docs");
const { document: address, csrf } = place.dataset;

window.SwaggerUIBundle({
  url: address,
  domNode: place,
  deepLinking: true,
  validatorUrl: null,
  requestInterceptor(request) {
    if (request.method && !["GET", "HEAD"].includes(request.method)) request.headers["X-CSRFToken"] = csrf;
    return request;
  },
});
