"""A Bengali language pack with no words of its own: JupyterLab serves kholapath's only beside one."""
