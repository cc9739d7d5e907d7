#include "ingest/sources/foreign_kind.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace gainsay;

namespace {

std::string kind(std::string_view start) {
    const ForeignKind *found = find_foreign_kind(start);
    return found == nullptr ? "" : std::string(found->name);
}

std::string zip_entry(std::string_view name, std::string_view content) {
    return std::string("PK\x03\x04\x14\0\0\0\0\0", 10) + std::string(name) + std::string(content);
}

} // namespace

TEST_CASE("files of other programs are told by their first bytes") {
    const std::string tar = std::string("news/a.txt") + std::string(247, '\0') + "ustar" + std::string(3, '0');
    const std::vector<std::pair<std::string, std::string>> files = {
        {"%PDF-1.7\n", "PDF"},
        {"%!PS-Adobe-3.0\n", "PostScript"},
        {"{\\rtf1\\ansi Falk denied it.}", "RTF"},
        {zip_entry("[Content_Types].xml", "word/document.xml"), "a Word document (DOCX)"},
        {zip_entry("mimetype", "application/vnd.oasis.opendocument.text"), "an OpenDocument text (ODT)"},
        {zip_entry("mimetype", "application/epub+zip"), "a book (EPUB)"},
        {zip_entry("[Content_Types].xml", "xl/workbook.xml"), "a spreadsheet"},
        {zip_entry("news/a.txt", "The council denied it."), "a ZIP archive"},
        {tar, "a tar archive"},
        {"7z\xBC\xAF\x27\x1C", "a packed archive"},
        {"BZh91AY&SY", "a packed file"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document"},
        {"\x89PNG\r\n\x1A\n", "an image"},
        {"\xFF\xD8\xFF\xE0", "an image"},
        {"RIFF\1\2\3\4WEBPVP8 ", "an image"},
        {std::string("\0\0\0\x18", 4) + "ftypmp42", "sound or film"},
        {std::string("SQLite format 3\0", 16), "a SQLite database"},
        {"\x7F"
         "ELF\2\1\1",
         "a program"},
        {"WARC/1.0\r\nWARC-Type: response\r\n", "a web archive (WARC)"},
    };
    for (const auto &[start, name] : files) {
        CHECK(kind(start) == name);
    }
}

TEST_CASE("kinds of text are told by their shape") {
    const std::vector<std::pair<std::string, std::string>> files = {
        {"id,title,text\n1,A bridge closes,\"The council said, \"\"No.\"\"\nIt closed.\"\n2,Rain,It rained.\n", "CSV"},
        {"\xEF\xBB\xBFtitle;body;date\nA bridge;The council denied it.;2024-03-04\n", "CSV"},
        {"headline,body\n\"A bridge closes\",\"The council denied it, again.\n", "CSV"},
        {"ref,alpha,beta\na,1,2\nb,3,4\nc,5,6\n", "CSV"},
        {"id\ttext\n1\tThe council denied it.\n", "TSV"},
        {"From jane@example.org Mon Mar  4 10:00:00 2024\nFrom: jane@example.org\nSubject: Bridge\n\nThe council.\n",
         "a mailbox (mbox)"},
        {"Return-Path: <jane@example.org>\nFrom: Jane <jane@example.org>\nTo: desk@example.org\nSubject: The\n "
         "bridge\n\nThe council denied it.\n",
         "mail (EML)"},
        {"From: <Saved by a browser>\r\nSubject: Bridge\r\nMIME-Version: 1.0\r\nContent-Type: "
         "multipart/related;\r\n\tboundary=x\r\n\r\n--x\r\n",
         "a saved page (MHTML)"},
        {"<?xml version=\"1.0\"?>\n<!-- a feed -->\n<rss version=\"2.0\"><channel/></rss>", "a news feed (RSS, Atom)"},
        {"<feed xmlns=\"http://www.w3.org/2005/Atom\"></feed>", "a news feed (RSS, Atom)"},
        {"<?xml version=\"1.0\"?><nitf><body/></nitf>", "news in XML (NITF, NewsML)"},
        {"<?xml version=\"1.0\"?><TEI><text/></TEI>", "XML"},
        {"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "an image"},
        {"[\n  {\"id\": 1, \"text\": \"The council denied it.\"}\n]", "a JSON array"},
        {"# newdoc id = a\n# text = No.\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n", "CoNLL-U"},
        {"1\n00:00:01,000 --> 00:00:02,000\nThe council denied it.\n", "subtitles"},
        {"WEBVTT\n\n00:01.000 --> 00:02.000\n- No.\n", "subtitles"},
        {"TY  - NEWS\nTI  - Bridge\nER  - \n", "a list of references (RIS, BibTeX)"},
        {"@article{falk24,\n  title = {Bridge}\n}\n", "a list of references (RIS, BibTeX)"},
        {"\\documentclass{article}\n\\begin{document}\nThe council.\n\\end{document}\n", "TeX"},
        {"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a calendar or a card"},
    };
    for (const auto &[start, name] : files) {
        CHECK(kind(start) == name);
    }
}

TEST_CASE("an article that looks a little like something else is one") {
    const char *const xhtml = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">
<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>)";
    for (const std::string_view text : {
             "The council, the mayor, the harbour\n\nAll three denied it, one after the other, on Monday.\n",
             "Summary, by Jane Doe\nThe council denied it, in the end.\n",
             "Rain, wind, snow\nfell on Vael, on Tolm, and on Ostmark.\n",
             "Date: March 4, 2024\nSource: The Varn Courier\nTitle: A bridge closes\n\nThe council denied it.\n",
             "From: The Varn Courier\nTo: All readers\n\nWe were wrong.\n",
             "From Monday on the bridge is closed: it leaks at 10:30\n\nThe council said so.\n",
             "[Update] The council denied it.\n",
             "[{ the poem begins }]\n",
             "<p>The council denied it.</p>\n",
             "<!DOCTYPE html>\n<html><body><p>The council denied it.</body></html>",
             xhtml,
             "{\"id\": \"a\", \"text\": \"b\"}\n{\"id\": \"c\", \"text\": \"d\"}\n",
             "# A heading\n\nThe council denied it.\n",
             "1\tThe council denied it.\n",
             "@varncourier tells {us} everything\n",
             "| title | text |\n| --- | --- |\n| a | b |\n",
             "PK is what they call him.\n",
             "BZh",
             "MZ and GIF and ID3",
             "",
         }) {
        INFO(text);
        CHECK(kind(text).empty());
    }
}

TEST_CASE("who wants text gets it, unless it is none") {
    CHECK(find_foreign_kind("id,title,text\n1,a,b\n", true) == nullptr);
    CHECK(find_foreign_kind("%PDF-1.4", true) != nullptr);
}

TEST_CASE("an archive's export is told by marks that come again") {
    const std::string article = "\nA bridge closes\n\nThe council denied it.\n\n";
    for (const std::string_view name :
         {"Document 1 of 40", "1 of 40 DOCUMENTS", "LENGTH: 1,204 words", "512 words", "LOAD-DATE: March 4, 2024",
          "End of Document", "ProQuest document ID: 12345", "Document VARNCO0020240304ek340001x"}) {
        const std::string mark(name);
        INFO(mark);
        const std::string once = mark + article;
        std::string twice = once;
        twice.append("  ").append(mark).append("\r\n").append(article);
        CHECK(find_archive_export(twice) != nullptr);
        CHECK(find_archive_export(once) == nullptr);
    }
    CHECK(find_archive_export("The council wrote 1,000 words.\nIt wrote 500 words.\n") == nullptr);
}

TEST_CASE("names of files tell kinds too, and what to do") {
    REQUIRE(foreign_kind_by_name("news/b.CSV") != nullptr);
    CHECK(describe(*foreign_kind_by_name("b.pdf")) == "PDF: make text of it (pdftotext FILE)");
    CHECK(describe(*foreign_kind_by_name("b.jpg")) == "an image");
    CHECK(foreign_kind_by_name("b.txt") == nullptr);
    CHECK(foreign_kind_by_name("b") == nullptr);
    CHECK(foreign_kind_by_name("b.") == nullptr);
}
