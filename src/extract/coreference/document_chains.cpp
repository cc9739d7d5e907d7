#include "extract/coreference/document_chains.h"

#include "extract/mentions/name_mentions.h"
#include "extract/mentions/person_title.h"

namespace gainsay {

DocumentChains find_document_chains(EntityBook &book, const Quotations &quotations, const ChainChooser &choose) {
    find_name_mentions(book);
    find_positions(book);
    return find_chains(book, quotations, find_nominal_mentions(book), choose);
}

} // namespace gainsay
