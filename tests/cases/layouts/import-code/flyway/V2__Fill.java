class V2__Fill {}
