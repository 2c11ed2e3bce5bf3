// The pictures of an Apple pass, in the concert's colours and the sizes that Wallet asks for.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "wallet/pass.hpp"

namespace gelora::wallet {

// Names and PNGs: icon, logo and strip, each for displays of one and of two pixels a point, the icon of three too.
std::vector<std::pair<std::string, std::string>> apple_pictures(const Pass& pass);

}  // namespace gelora::wallet
