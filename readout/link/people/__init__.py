"""Who is who across documents: identities with their reasons, and suggestions."""
