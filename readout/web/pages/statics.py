"""What pages load, and the page that explains them."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from readout.web.rendering import STATICS, shown, static, style


def file(request: Request) -> Response:
    """The style sheet or the script."""
    name = request.path_params["name"]
    if name == "style.css":
        return Response(style(), media_type="text/css")
    if name not in STATICS:
        raise HTTPException(404)
    return Response(static(name), headers={"content-type": STATICS[name]})


def help(request: Request) -> Response:
    """Keys, marks and their meaning."""
    return shown(request, "help.html")
