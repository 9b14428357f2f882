"""What leaves a register: files, features for programs, a site."""
