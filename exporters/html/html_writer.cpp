#include "exporters/html/html_writer.h"

#include "exporters/html/page_block.h"
#include "exporters/html/page_files.h"
#include "exporters/text.h"

namespace gainsay {

namespace {

/// What a page may do beside showing itself: a served one asks its server.
constexpr std::string_view asks_nobody;
constexpr std::string_view asks_its_server = "connect-src 'self'; ";

void write_document(std::string_view title, std::string_view connections, std::string_view block, ByteSink &sink) {
    const std::string shown = xml_escape(title.empty() ? "Who says what" : title);
    sink.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               // Nothing is fetched, and nothing runs but the page's own script, whatever the articles hold.
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    sink.write(connections);
    sink.write("script-src '");
    sink.write(page_script_hash());
    sink.write("'; style-src '");
    sink.write(page_style_hash());
    sink.write("'; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n"
               "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    sink.write(shown);
    sink.write("</title>\n<style>");
    sink.write(page_style());
    sink.write("</style>\n</head>\n<body>\n<noscript><p>This page shows its contents with a script of its own, which "
               "this browser does not run.</p></noscript>\n<script type=\"application/json\" id=\"data\">\n");
    sink.write(block);
    sink.write("\n</script>\n<script>");
    sink.write(page_script());
    sink.write("</script>\n</body>\n</html>\n");
}

} // namespace

void write_html(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    write_html_with_texts(graph, options, {}, sink);
}

void write_html_with_texts(const KnowledgeGraph &graph, const ExportOptions &options, const PageTexts &texts,
                           ByteSink &sink) {
    // Before a byte is written: a page that is too large leaves nothing.
    const std::string block = page_block(graph, options, texts);
    write_document(options.title, asks_nobody, block, sink);
}

void write_served_page(std::string_view title, std::string_view token, ByteSink &sink) {
    write_document(title, asks_its_server, R"({"api":"/api/","token":")" + std::string(token) + "\"}", sink);
}

} // namespace gainsay
