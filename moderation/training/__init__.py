"""Offline: from labelled data to an artefact, its calibration, its evaluation and its card."""
