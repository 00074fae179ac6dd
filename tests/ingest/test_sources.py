"""What a user names: files, folders, standard input; a bad one does not stop the others."""

import io

import pytest

from readout.ingest import Failed, Raw, Shelf, gather, only
from readout.model.errors import RefusedError, UnreadableError


def test_a_folder_in_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a.html", ".c.txt", "d.docx", "sub/e.pdf", ".git/f.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("The mayor said no.")
    names = [raw.name.removeprefix(f"{tmp_path}/") for raw in gather(str(tmp_path))]
    assert names == ["a.html", "b.txt", "sub/e.pdf"]


def test_inputs_are_read_when_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text("The mayor said no.")
    (tmp_path / "b.txt").write_text("The mayor said yes.")
    inputs = gather(str(tmp_path))
    assert next(inputs).data == b"The mayor said no."
    (tmp_path / "b.txt").unlink()
    gone = next(inputs)
    assert isinstance(gone, Failed)
    assert str(gone.error).endswith("b.txt does not exist")


def test_standard_input():
    assert list(gather("-", stdin=io.BytesIO(b"No."))) == [Raw("standard input", b"No.")]


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    (failed,) = gather(str(tmp_path / "a.txt"))
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, RefusedError)


@pytest.mark.parametrize("source", ["none.txt", "a\0b.txt", "x" * 5_000])
def test_a_missing_file_fails_by_name(source):
    (failed,) = gather(source)
    assert isinstance(failed, Failed)
    assert failed.name == source


def test_an_empty_folder_says_so(tmp_path):
    (failed,) = gather(str(tmp_path))
    assert "holds no text, HTML, PDF or mail file" in str(failed.error)


def test_an_address_goes_to_the_fetcher():
    page = Raw("https://post.example/a", b"<p>No.</p>", "text/html")
    shelf = Shelf({page.name: page})
    assert list(gather(page.name, fetcher=shelf)) == [page]
    (failed,) = gather("https://post.example/b", fetcher=shelf)
    assert isinstance(failed.error, UnreadableError)


def test_only_takes_paths_bytes_and_texts(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("The mayor said no.")
    assert only(path).data == only(str(path)).data == b"The mayor said no."
    assert only(b"No.").data == b"No."
    assert only("The mayor said no. See https://post.example for more.").name == "the text"
    with pytest.raises(UnreadableError, match="does not exist"):
        only("missing.html")
    with pytest.raises(UnreadableError, match="is a folder"):
        only(tmp_path)
