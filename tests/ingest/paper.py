"""Small PDFs of our own, written by hand."""

LINE = tuple[float, float, float, str]
"""Left, bottom, size and characters of a line."""


def pdf(pages: list[list[LINE]], *, encrypted: bool = False) -> bytes:
    """A PDF with these lines in Helvetica, or one that claims to be encrypted."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {5 + 2 * number} 0 R >>"
        )
        content = "\n".join(
            f"BT /F1 {size} Tf {left} {bottom} Td ({text}) Tj ET" for left, bottom, size, text in lines
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    key = "0" * 64
    lock = (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
        if encrypted
        else ""
    )
    body, offsets = "%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R {lock} >>\nstartxref\n{len(body)}\n%%EOF"
    return (body + f"xref\n0 {size}\n0000000000 65535 f \n{table}" + trailer).encode("latin-1")


def release(*pages: list[list[str]]) -> bytes:
    """A release of several pages: a running head, paragraphs with a gap between, a page number."""
    sheets = []
    for number, paragraphs in enumerate(pages, 1):
        lines: list[LINE] = [(72, 760, 9, "Ministry of Ports - Press Office")]
        bottom = 720.0
        for paragraph in paragraphs:
            for text in paragraph:
                lines.append((72, bottom, 11, text))
                bottom -= 14
            bottom -= 10
        lines.append((300, 40, 9, f"Page {number} of {len(pages)}"))
        sheets.append(lines)
    return pdf(sheets)
