#include "files/shelf.h"

namespace homeward::files {

Shelf::Shelf(const vault::Secret& installation_key)
    : sealing_(installation_key.derive("fileseal")), naming_(installation_key.derive("filename")) {}

}  // namespace homeward::files
