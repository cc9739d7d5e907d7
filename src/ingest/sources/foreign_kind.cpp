#include "ingest/sources/foreign_kind.h"

#include "ingest/sources/foreign_text.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gainsay {

namespace {

constexpr std::string_view convert_office = "save it as text (soffice --convert-to txt:Text FILE)";
constexpr std::string_view one_object_a_line = "make JSON Lines of it, an object with a \"text\" for each article";
constexpr std::string_view unpack = "unpack it and give the folder";

constexpr ForeignKind pdf = {"PDF", "PDF", "make text of it (pdftotext FILE)", ".pdf"};
constexpr ForeignKind postscript = {"PostScript", "PostScript", "make text of it (ps2ascii FILE)", ".ps .eps"};
constexpr ForeignKind docx = {"a Word document (DOCX)", "Word documents (DOCX)", convert_office, ".docx .docm .dotx"};
constexpr ForeignKind odt = {"an OpenDocument text (ODT)", "OpenDocument texts (ODT)", convert_office,
                             ".odt .ott .fodt"};
constexpr ForeignKind epub = {"a book (EPUB)", "books (EPUB)", "make text of it (pandoc -t plain FILE)", ".epub"};
constexpr ForeignKind sheet = {"a spreadsheet", "spreadsheets", "save it as CSV, then make JSON Lines of that",
                               ".xlsx .xls .xlsm .ods .numbers"};
constexpr ForeignKind slides = {"slides", "slides", convert_office, ".pptx .ppt .odp .key"};
constexpr ForeignKind old_office = {"an old office document", "old office documents", convert_office,
                                    ".doc .dot .msg .pub"};
constexpr ForeignKind rtf = {"RTF", "RTF", convert_office, ".rtf"};
constexpr ForeignKind zip = {"a ZIP archive", "ZIP archives", unpack, ".zip .jar .wacz"};
constexpr ForeignKind tar = {"a tar archive", "tar archives", unpack, ".tar .tgz"};
constexpr ForeignKind other_archive = {"a packed archive", "packed archives", unpack, ".7z .rar .cab .cpio"};
constexpr ForeignKind packed = {"a packed file", "packed files", "unpack it, or pack it with gzip or zstd",
                                ".bz2 .xz .lz4 .lzma .br .z"};
constexpr ForeignKind image = {"an image", "images", "",
                               ".png .jpg .jpeg .gif .tif .tiff .webp .bmp .ico .svg .heic .avif"};
constexpr ForeignKind sound = {"sound or film", "sounds or films", "",
                               ".mp3 .mp4 .m4a .m4v .mov .ogg .oga .ogv .opus .flac .wav .webm .mkv .avi"};
constexpr ForeignKind database = {"a SQLite database", "SQLite databases", one_object_a_line, ".sqlite .sqlite3 .db"};
constexpr ForeignKind columns = {"a table of columns (Parquet, Arrow)", "tables of columns (Parquet, Arrow)",
                                 one_object_a_line, ".parquet .arrow .feather .orc"};
constexpr ForeignKind program = {"a program", "programs", "", ".exe .so .dll .o .pyc"};
constexpr ForeignKind font = {"a font", "fonts", "", ".ttf .otf .woff .woff2 .eot"};
constexpr ForeignKind warc = {"a web archive (WARC)", "web archives (WARC)",
                              "write its pages to files of their own, .html each", ".warc .arc"};
constexpr ForeignKind mhtml = {"a saved page (MHTML)", "saved pages (MHTML)", "save it as HTML", ".mhtml .mht"};
constexpr ForeignKind mail = {"mail (EML)", "mails (EML)", "keep its text alone, or its HTML part", ".eml"};
constexpr ForeignKind mailbox = {"a mailbox (mbox)", "mailboxes (mbox)", one_object_a_line, ".mbox .mbx"};
constexpr ForeignKind csv = {"CSV", "CSV", one_object_a_line, ".csv"};
constexpr ForeignKind tsv = {"TSV", "TSV", one_object_a_line, ".tsv .tab"};
constexpr ForeignKind json_array = {"a JSON array", "JSON arrays",
                                    "put each object on a line of its own (jq -c '.[]' FILE)", ""};
constexpr ForeignKind feed = {"a news feed (RSS, Atom)", "news feeds (RSS, Atom)",
                              "give the pages that it links to, or make JSON Lines of it", ".rss .atom .rdf"};
constexpr ForeignKind news_xml = {"news in XML (NITF, NewsML)", "news in XML (NITF, NewsML)", one_object_a_line,
                                  ".nitf .newsml"};
constexpr ForeignKind xml = {"XML", "XML", one_object_a_line, ".xml .xsl .xsd .opml .tei"};
constexpr ForeignKind conllu = {"CoNLL-U", "CoNLL-U", "read it with --conllu", ".conllu .conll"};
constexpr ForeignKind subtitles = {"subtitles", "subtitles", "keep the spoken lines, \"Name: words\" each",
                                   ".srt .vtt .sbv"};
constexpr ForeignKind references = {"a list of references (RIS, BibTeX)", "lists of references (RIS, BibTeX)",
                                    "export the full texts instead", ".ris .bib .enw .nbib"};
constexpr ForeignKind tex = {"TeX", "TeX", "make text of it (detex FILE)", ".tex .latex .sty"};
constexpr ForeignKind calendar = {"a calendar or a card", "calendars or cards", "", ".ics .vcf"};
constexpr ForeignKind style = {"a web page's script or style", "scripts or styles of web pages", "",
                               ".js .css .mjs .map"};
constexpr ForeignKind archive_export = {"an archive's export of many articles", "archives' exports",
                                        "divide it into a file for each article", ""};

constexpr auto kinds = std::to_array<const ForeignKind *>(
    {&pdf,  &postscript, &docx,          &odt,        &epub,    &sheet,    &slides,   &old_office, &rtf,
     &zip,  &tar,        &other_archive, &packed,     &image,   &sound,    &database, &columns,    &program,
     &font, &warc,       &mhtml,         &mail,       &mailbox, &csv,      &tsv,      &feed,       &news_xml,
     &xml,  &conllu,     &subtitles,     &references, &tex,     &calendar, &style});

/// Bytes at a fixed place that no text has there.
struct Signature {
    std::size_t offset;
    std::string_view bytes;
    const ForeignKind *kind;
};

using namespace std::string_view_literals;

constexpr auto signatures = std::to_array<Signature>({
    {0, "%!PS-", &postscript},
    {0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, &old_office},
    {0, "{\\rtf", &rtf},
    {0, "PK\x05\x06"sv, &zip},
    {257, "ustar"sv, &tar},
    {0, "7z\xBC\xAF\x27\x1C"sv, &other_archive},
    {0, "Rar!\x1A\x07"sv, &other_archive},
    {0, "MSCF\0"sv, &other_archive},
    {0, "!<arch>\n", &other_archive},
    {4, "1AY&SY", &packed},
    {0, "\xFD\x37zXZ\0"sv, &packed},
    {0, "\x04\x22\x4D\x18"sv, &packed},
    {0, "\x1F\x9D"sv, &packed},
    {0, "\x1F\x8B"sv, &packed},
    {0, "\x28\xB5\x2F\xFD"sv, &packed},
    {0, "\x89PNG\r\n\x1A\n"sv, &image},
    {0, "\xFF\xD8\xFF"sv, &image},
    {0, "GIF87a", &image},
    {0, "GIF89a", &image},
    {0, "II*\0"sv, &image},
    {0, "MM\0*"sv, &image},
    {0, "\0\0\1\0"sv, &image},
    {8, "WEBP", &image},
    {4, "ftypheic", &image},
    {4, "ftypavif", &image},
    {4, "ftypmif1", &image},
    {4, "ftyp", &sound},
    {0, "ID3\2"sv, &sound},
    {0, "ID3\3"sv, &sound},
    {0, "ID3\4"sv, &sound},
    {0, "\xFF\xFB"sv, &sound},
    {0, "\xFF\xF3"sv, &sound},
    {0, "OggS\0"sv, &sound},
    {0, "fLaC\0"sv, &sound},
    {8, "WAVEfmt ", &sound},
    {8, "AVI LIST", &sound},
    {0, "\x1A\x45\xDF\xA3"sv, &sound},
    {0, "SQLite format 3\0"sv, &database},
    {0, "PAR1\x15"sv, &columns},
    {0, "ARROW1\0\0"sv, &columns},
    {0,
     "\x7F"
     "ELF"sv,
     &program},
    {0, "MZ\x90\0"sv, &program},
    {0, "\xCA\xFE\xBA\xBE"sv, &program},
    {0, "\0\1\0\0\0"sv, &font},
    {0, "OTTO\0"sv, &font},
    {0, "wOFF\0"sv, &font},
    {0, "wOF2\0"sv, &font},
    {0, "WARC/", &warc},
    {0, "filedesc://", &warc},
});

/// Kinds of text, told by its shape. In this order.
struct Shape {
    bool (*has)(std::string_view start);
    const ForeignKind *kind;
};

constexpr auto shapes = std::to_array<Shape>({{is_mailbox, &mailbox},
                                              {is_mhtml, &mhtml},
                                              {is_mail, &mail},
                                              {is_news_feed, &feed},
                                              {is_news_xml, &news_xml},
                                              {is_svg, &image},
                                              {is_xml, &xml},
                                              {is_json_array, &json_array},
                                              {is_conllu, &conllu},
                                              {is_subtitles, &subtitles},
                                              {is_reference_list, &references},
                                              {is_tex, &tex},
                                              {is_calendar, &calendar},
                                              {is_tsv, &tsv},
                                              {is_csv, &csv}});

/// A ZIP file's first entries tell what it is.
const ForeignKind &kind_of_zip(std::string_view start) {
    struct Mark {
        std::string_view words;
        const ForeignKind *kind;
    };
    constexpr auto marks = std::to_array<Mark>({{"application/epub+zip", &epub},
                                                {"opendocument.text", &odt},
                                                {"opendocument.spreadsheet", &sheet},
                                                {"opendocument.presentation", &slides},
                                                {"word/", &docx},
                                                {"xl/", &sheet},
                                                {"ppt/", &slides},
                                                {"Index/Document.iwa", &docx},
                                                // An office document whose parts lie farther behind.
                                                {"[Content_Types].xml", &docx},
                                                {"META-INF/container.xml", &epub}});
    for (const Mark &mark : marks) {
        if (start.find(mark.words) != std::string_view::npos) {
            return *mark.kind;
        }
    }
    return zip;
}

} // namespace

const ForeignKind *find_foreign_kind(std::string_view start, bool text_is_wanted) {
    constexpr std::size_t pdf_within = 1024; // readers of PDF look as far
    if (start.substr(0, 4) == "PK\x03\x04"sv) {
        return &kind_of_zip(start);
    }
    for (const Signature &signature : signatures) {
        if (start.size() > signature.offset &&
            start.substr(signature.offset, signature.bytes.size()) == signature.bytes) {
            return signature.kind;
        }
    }
    const std::size_t pdf_mark = start.substr(0, pdf_within).find("%PDF-");
    if (pdf_mark == 0 || (pdf_mark != std::string_view::npos && start.find('\0') != std::string_view::npos)) {
        return &pdf;
    }
    if (text_is_wanted || start.find('\0') != std::string_view::npos) {
        return nullptr;
    }
    const auto *const found =
        std::find_if(shapes.begin(), shapes.end(), [start](const Shape &shape) { return shape.has(start); });
    return found == shapes.end() ? nullptr : found->kind;
}

const ForeignKind *find_archive_export(std::string_view text) {
    return holds_many_articles(text) ? &archive_export : nullptr;
}

const ForeignKind *foreign_kind_by_name(const std::filesystem::path &path) {
    const std::string ending = lowercase(path.extension().string());
    if (ending.size() < 2 || ending.find(' ') != std::string::npos) {
        return nullptr;
    }
    for (const ForeignKind *kind : kinds) {
        const std::size_t at = (std::string(kind->endings) + " ").find(ending + " ");
        if (at != std::string::npos) {
            return kind;
        }
    }
    return nullptr;
}

std::string describe(const ForeignKind &kind) {
    return std::string(kind.name) + (kind.advice.empty() ? "" : ": ") + std::string(kind.advice);
}

} // namespace gainsay
