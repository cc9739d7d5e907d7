#include "exporters/html/html_writer.h"

#include "exporters/html/page_data.h"
#include "exporters/html/page_files.h"
#include "exporters/text.h"

namespace gainsay {

void write_html(const KnowledgeGraph &graph, const ExportOptions &options, ByteSink &sink) {
    const std::string title = xml_escape(options.title.empty() ? "Who says what" : options.title);
    sink.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               // Nothing is fetched, and nothing runs but the page's own script, whatever the articles hold.
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '");
    sink.write(page_script_hash());
    sink.write("'; style-src '");
    sink.write(page_style_hash());
    sink.write("'; img-src data: blob:; base-uri 'none'; form-action 'none'\">\n"
               "<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    sink.write(title);
    sink.write("</title>\n<style>");
    sink.write(page_style());
    sink.write(
        "</style>\n</head>\n<body>\n<noscript><p>This page shows its contents with a script of its own, which this "
        "browser does not run.</p></noscript>\n<script type=\"application/json\" id=\"data\">\n");
    write_page_data(graph, options, sink);
    sink.write("\n</script>\n<script>");
    sink.write(page_script());
    sink.write("</script>\n</body>\n</html>\n");
}

} // namespace gainsay
