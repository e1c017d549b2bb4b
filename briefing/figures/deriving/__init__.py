"""Figures that no source states but arithmetic on its figures gives, one module for each kind of arithmetic."""
