#pragma once

namespace gainsay {

/// Opens those of the descriptors 0 to 2 that are closed, as something that can be neither read nor written, so that no
/// file that is opened later becomes standard output or standard error. For the beginning of main().
void open_standard_descriptors();

} // namespace gainsay
