"""The discovery document, by which Google's own clients learn what there is to call."""

from typing import Any, Final

_STRING: Final = {"type": "string"}
_BOOLEAN: Final = {"type": "boolean"}
_STRINGS: Final = {"type": "array", "items": _STRING}


def document(public_url: str) -> dict[str, Any]:
    """Return the document for clients that reach us under an address.

    It names no way to authorise: where it did, Google's clients would insist on Google's credentials.
    """
    root = public_url.rstrip("/") + "/"
    return {
        "kind": "discovery#restDescription",
        "discoveryVersion": "v1",
        "id": "commentanalyzer:v1alpha1",
        "name": "commentanalyzer",
        "version": "v1alpha1",
        "revision": "20260101",
        "title": "Perspective Comment Analyzer API",
        "description": "Rates comments, as the Perspective API did.",
        "protocol": "rest",
        "rootUrl": root,
        "baseUrl": root,
        "servicePath": "",
        "batchPath": "batch",
        "parameters": _PARAMETERS,
        "schemas": {name: {"id": name, "type": "object", "properties": of} for name, of in SCHEMAS.items()},
        "resources": {"comments": {"methods": {name: _method(name) for name in _METHODS}}},
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": name}


def _listed(name: str) -> dict[str, Any]:
    return {"type": "array", "items": _ref(name)}


def _mapped(name: str) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": _ref(name)}


def _parameter(description: str, **more: Any) -> dict[str, Any]:
    return {"type": "string", "location": "query", "description": description} | more


_PARAMETERS: Final = {
    "key": _parameter("API key."),
    "access_token": _parameter("API key, as an OAuth token."),
    "oauth_token": _parameter("API key, as an OAuth token."),
    "alt": _parameter("Form of the answer.", default="json", enum=["json", "media", "proto"]),
    "fields": _parameter("Which fields of the answer are wanted; all where it is left out."),
    "prettyPrint": {"type": "boolean", "location": "query", "default": "true", "description": "Ignored."},
    "quotaUser": _parameter("Ignored."),
    "callback": _parameter("Ignored."),
    "uploadType": _parameter("Ignored."),
    "upload_protocol": _parameter("Ignored."),
    "$.xgafv": _parameter("Ignored.", enum=["1", "2"]),
}

#: Method → its shapes of request and answer.
_METHODS: Final = {
    "analyze": ("AnalyzeCommentRequest", "AnalyzeCommentResponse"),
    "suggestscore": ("SuggestCommentScoreRequest", "SuggestCommentScoreResponse"),
}

SCHEMAS: Final[dict[str, dict[str, Any]]] = {
    "TextEntry": {
        "text": _STRING,
        "type": {"type": "string", "enum": ["TEXT_TYPE_UNSPECIFIED", "PLAIN_TEXT", "HTML"]},
    },
    "ArticleAndParentComment": {"article": _ref("TextEntry"), "parentComment": _ref("TextEntry")},
    "Context": {
        "entries": _listed("TextEntry"),
        "articleAndParentComment": _ref("ArticleAndParentComment"),
    },
    "AttributeParameters": {
        "scoreType": {"type": "string", "enum": ["SCORE_TYPE_UNSPECIFIED", "PROBABILITY"]},
        "scoreThreshold": {"type": "number", "format": "float"},
    },
    "Score": {"value": {"type": "number", "format": "float"}, "type": _STRING},
    "SpanScore": {
        "begin": {"type": "integer", "format": "int32"},
        "end": {"type": "integer", "format": "int32"},
        "score": _ref("Score"),
    },
    "AttributeScores": {"summaryScore": _ref("Score"), "spanScores": _listed("SpanScore")},
    "AnalyzeCommentRequest": {
        "comment": _ref("TextEntry"),
        "context": _ref("Context"),
        "requestedAttributes": _mapped("AttributeParameters"),
        "spanAnnotations": _BOOLEAN,
        "languages": _STRINGS,
        "doNotStore": _BOOLEAN,
        "dropUnsupportedAttributes": _BOOLEAN,
        "clientToken": _STRING,
        "sessionId": _STRING,
        "communityId": _STRING,
    },
    "AnalyzeCommentResponse": {
        "attributeScores": _mapped("AttributeScores"),
        "languages": _STRINGS,
        "detectedLanguages": _STRINGS,
        "clientToken": _STRING,
    },
    "SuggestCommentScoreRequest": {
        "comment": _ref("TextEntry"),
        "context": _ref("Context"),
        "attributeScores": _mapped("AttributeScores"),
        "languages": _STRINGS,
        "communityId": _STRING,
        "clientToken": _STRING,
        "sessionId": _STRING,
    },
    "SuggestCommentScoreResponse": {
        "clientToken": _STRING,
        "requestedLanguages": _STRINGS,
        "detectedLanguages": _STRINGS,
    },
}


def _method(name: str) -> dict[str, Any]:
    request, response = _METHODS[name]
    path = f"v1alpha1/comments:{name}"
    return {
        "id": f"commentanalyzer.comments.{name}",
        "path": path,
        "flatPath": path,
        "httpMethod": "POST",
        "parameters": {},
        "parameterOrder": [],
        "request": _ref(request),
        "response": _ref(response),
    }
