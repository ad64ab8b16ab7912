// The keys that Authorize asks for stay in this page: they are gone when it is closed.
SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#api",
  deepLinking: true,
  displayRequestDuration: true,
  docExpansion: "none",
});
