// Keeps what is in memory from leaving it.
#pragma once

// No core dumps, not traceable by others, no swap where the system allows it.
void harden_process();
