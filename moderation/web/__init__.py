"""Pages for people, rendered on the server; nothing is built, nothing comes from another host.

To add a page:

1. **Route.** Make a module with `router = pages()` (of `web.route`) and plain `def` functions, and name the
   router in `web.routers.ROUTERS`. A function that needs to know who asks takes `visitor: VisitorDep`, one that
   needs the ports takes `service: ServiceDep`. `visitor.site` is the site that the person works on: pass it to
   every use case, and take it from nowhere else.
2. **Permission.** Add the route to the one table in `web.permissions`: method and path → the role it needs.
   A route without an entry fails when it is made; `tests/web/test_permissions.py` walks the table.
3. **Template.** Put it into `templates/`, begin with `{% extends "base.html" %}`, set the blocks `title` and
   `main`, and return `render(request, "name.html", key=value)` (of `web.render`). Everything is escaped; `|safe`
   is not used. Addresses are written `{{ url("/desk") }}`, which knows the prefix behind a proxy; moments
   `{{ at|moment }}`, lengths of time `{{ seconds|age }}`.
4. **Form.** Every form posts, and holds `{{ csrf() }}`; a script uses `post` of `base.js`, which sends the token
   as `X-CSRF-Token`. The token belongs to a session *and its site*: what was rendered for one site cannot be
   sent for another. The function reads `form: FormDep` (what was typed, by name) or `body: JsonDep`, and
   answers a form with `redirect(request, "/path")`.
5. **Script and style.** Only files from `static/` run: `<script type="module" src="{{ static("name.js") }}">` in
   the block `scripts`, and rules in `static/style.css` (or a style sheet of the page's own in the block `head`)
   that speak in its design tokens. The Content-Security-Policy allows neither inline script, nor `style="…"`,
   nor `on…=`, nor another host. To give something the width of a value use an SVG attribute, `<meter>`, or
   `element.style` from a module.
6. **Errors.** Raise the service's own errors: `web.errors` shows each as a page, or as JSON to a script.
7. **Test.** `tests/web/conftest.py` gives `browse("editor")`: a browser in which somebody of that role is
   signed in; it follows redirects, and its `submit` knows the token.
"""
